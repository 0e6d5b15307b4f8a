package dev.siyu.inbox;

import dev.siyu.accounts.Accounts;
import dev.siyu.batching.Bell;
import dev.siyu.batching.Leadership;
import dev.siyu.channels.Channels;
import dev.siyu.content.Contents;
import dev.siyu.customers.Buyers;
import dev.siyu.customers.Customers;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.groups.GroupNews;
import dev.siyu.handovers.HandOverNews;
import dev.siyu.mall.MallEvents;
import dev.siyu.mall.Shop;
import dev.siyu.orders.CouponBook;
import dev.siyu.orders.Orders;
import dev.siyu.tags.TagNews;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeComEvents;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
class InboxConfiguration {

  @Bean
  Bell inboxBell() {
    return new Bell();
  }

  @Bean
  InboxTable inboxTable(JdbcClient jdbc, Clock clock) {
    return new InboxTable(jdbc, clock);
  }

  @Bean
  Greeting greeting(
      WeComEvents events,
      Customers customers,
      Channels channels,
      Contents contents,
      Touchpoints touchpoints,
      WeCom wecom,
      InboxSettings settings,
      Clock clock) {
    return new Greeting(events, customers, channels, contents, touchpoints, wecom, settings, clock);
  }

  @Bean
  WelcomeLane welcomeLane(
      Greeting greeting,
      InboxTable table,
      InboxSettings settings,
      Clock clock,
      Bell inboxBell,
      EngineTraffic traffic) {
    return new WelcomeLane(greeting, table, settings, clock, inboxBell, traffic);
  }

  @Bean
  CommittedInbox inbox(
      JdbcClient jdbc,
      Clock clock,
      TransactionTemplate transactions,
      WelcomeLane welcomes,
      Bell inboxBell,
      InboxSettings settings) {
    return new CommittedInbox(
        new InboxIntake(jdbc, clock), transactions, welcomes, inboxBell, settings.batch());
  }

  @Bean
  EventEffects eventEffects(
      WeComEvents wecomEvents,
      MallEvents mallEvents,
      WeCom wecom,
      Customers customers,
      Channels channels,
      Orders orders,
      CouponBook coupons,
      Buyers buyers,
      ObjectProvider<Shop> shops,
      JourneyMessages messages,
      Accounts accounts,
      HandOverNews handOvers,
      GroupNews groups,
      TagNews tags,
      InboxTable table,
      InboxSettings settings,
      Clock clock,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    var mall = new MallEffects(customers, buyers, orders, messages, coupons, table);
    return new EventEffects(
        wecomEvents,
        mallEvents,
        new ContactDetails(wecom, settings),
        new ContactEffects(
            customers,
            channels,
            messages,
            table,
            new AccountEffects(accounts, handOvers, tags),
            events),
        mall,
        new ShopEffects(shops.stream().toList(), buyers, mall, table, settings, clock),
        new GroupEffects(groups, table),
        table,
        transactions);
  }

  @Bean
  Dispatcher dispatcher(
      CommittedInbox inbox,
      InboxTable table,
      EventEffects effects,
      WelcomeLane welcomes,
      DataSource dataSource,
      InboxSettings settings,
      Clock clock,
      Bell inboxBell) {
    return new Dispatcher(
        inbox,
        table,
        effects,
        welcomes,
        new Leadership("inbox", dataSource),
        settings,
        clock,
        inboxBell);
  }

  @Bean
  InboxDesk inboxDesk(JdbcClient jdbc, Clock clock, Bell inboxBell) {
    return new JdbcInboxDesk(jdbc, clock, inboxBell);
  }
}
