package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Projection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All state of WeCom, put together. */
public final class WeComWorld {

  private final WeComSettings settings;
  private final Contacts contacts = new Contacts();
  private final Tags tags = new Tags(contacts);
  private final Members members = new Members();
  private final Transfers transfers = new Transfers();
  private final Media media;
  private final Chats chats = new Chats();
  private final JoinWays joinWays;
  private final GroupWelcomes groupWelcomes;
  private final Ways ways;
  private final Tokens tokens;
  private final Welcomes welcomes;
  private final MassSends massSends;
  private final Posts posts;
  private final Cards cards = new Cards();
  private final Logins logins = new Logins(members);

  public WeComWorld(WeComSettings settings) {
    this.settings = settings;
    this.joinWays = new JoinWays(chats);
    this.groupWelcomes = new GroupWelcomes(settings.groups().welcomes());
    this.ways = new Ways(settings.ways(), members, joinWays);
    this.media = new Media(settings.media());
    this.tokens = new Tokens(settings);
    this.welcomes = new Welcomes(contacts, settings.welcomeWindow());
    this.massSends = new MassSends(settings);
    this.posts = new Posts(settings);
  }

  public List<Projection> views() {
    return List.of(
        contacts,
        tags,
        chats,
        joinWays,
        groupWelcomes,
        ways,
        tokens,
        welcomes,
        massSends,
        posts,
        members,
        transfers,
        media,
        cards,
        logins);
  }

  public WeComSettings settings() {
    return settings;
  }

  public Contacts contacts() {
    return contacts;
  }

  public Tags tags() {
    return tags;
  }

  public MassSends massSends() {
    return massSends;
  }

  public Chats chats() {
    return chats;
  }

  public GroupDoors groupDoors() {
    return new GroupDoors(chats, joinWays, settings.groups());
  }

  public Cards cards() {
    return cards;
  }

  public Logins logins() {
    return logins;
  }

  public Posts posts() {
    return posts;
  }

  public PostDesk postDesk(Journal journal) {
    return new PostDesk(journal, posts, contacts, settings);
  }

  /** Serves pictures of live codes under this address. */
  public QrDoor qrDoor(Journal journal, Supplier<String> address) {
    ways.pictured(address);
    return new QrDoor(journal, ways);
  }

  public int liveCodes() {
    return ways.count();
  }

  public Members members() {
    return members;
  }

  /** Whom a customer meets who scans the code with this state: the members in turn. */
  public @Nullable String memberBehind(String state) {
    return ways.memberFor(state, contacts.all().size());
  }

  public TransferDesk transferDesk(Journal journal) {
    return new TransferDesk(journal, transfers, contacts, settings.transfers());
  }

  public StaffDesk desk(Journal journal) {
    return new StaffDesk(journal, massSends, contacts, chats, groupDoors(), settings);
  }

  Tokens tokens() {
    return tokens;
  }

  Apis apis() {
    Apis apis = new Apis();
    MassSendApi mass = new MassSendApi(massSends, contacts, chats);
    PostApi post = new PostApi(posts, media, tags, members, contacts, settings);
    PostReads read = new PostReads(posts, contacts);
    TransferApi transfer = new TransferApi(transfers, contacts, members, settings.transfers());
    ChatApi chatApi = new ChatApi(chats, contacts);
    String contact = "externalcontact/";
    return apis.open("gettoken", tokens::issue)
        .add(contact + "send_welcome_msg", media.checking(welcomes::send))
        .add(contact + "get", new ContactDetails(contacts, tags)::get)
        .add(contact + "mark_tag", members.working("userid", tags::mark))
        .add(contact + "remark", members.working("userid", new RemarkApi(contacts)::change))
        .add(contact + "add_corp_tag", tags::create)
        .add(contact + "edit_corp_tag", tags::edit)
        .add(contact + "del_corp_tag", tags::delete)
        .add(contact + "get_corp_tag_list", tags::list)
        .add(contact + "add_contact_way", ways::add)
        .add(contact + "get_contact_way", ways::get)
        .add(contact + "list_contact_way", ways::list)
        .add(contact + "update_contact_way", ways::update)
        .add(contact + "del_contact_way", ways::delete)
        .add(contact + "transfer_customer", transfer::onJob)
        .add(contact + "transfer_result", transfer::onJobResult)
        .add(contact + "resigned/transfer_customer", transfer::resigned)
        .add(contact + "resigned/transfer_result", transfer::resignedResult)
        .add(contact + "groupchat/add_join_way", ways.capped(joinWays::add))
        .add(contact + "groupchat/get_join_way", joinWays::get)
        .add(contact + "groupchat/update_join_way", joinWays::update)
        .add(contact + "groupchat/del_join_way", joinWays::delete)
        .add(contact + "groupchat/list", chatApi::list)
        .add(contact + "groupchat/get", chatApi::get)
        .add(contact + "group_welcome_template/add", groupWelcomes::add)
        .add(contact + "group_welcome_template/edit", groupWelcomes::edit)
        .add(contact + "group_welcome_template/get", groupWelcomes::get)
        .add(contact + "group_welcome_template/del", groupWelcomes::delete)
        .add(contact + "add_msg_template", members.working("sender", media.checking(mass::create)))
        .add(contact + "get_groupmsg_send_result", mass::results)
        .add(contact + "get_groupmsg_task", mass::tasks)
        .add(contact + "remind_groupmsg_send", mass::remind)
        .add(contact + "cancel_groupmsg_send", mass::cancel)
        .add(contact + "add_moment_task", post::create)
        .add(contact + "get_moment_task_result", post::job)
        .add(contact + "get_moment_list", read::list)
        .add(contact + "get_moment_task", read::senders)
        .add(contact + "get_moment_customer_list", read::audience)
        .add(contact + "get_moment_send_result", read::viewers)
        .add(contact + "get_moment_comments", read::comments)
        .add(contact + "cancel_moment_task", post::cancel)
        .add("media/upload_attachment", media::uploadForMoments)
        .add("media/upload", media::upload)
        .app("message/send", new AppMessages(settings, cards)::send)
        .app("message/update_template_card", cards::update)
        .app("auth/getuserinfo", logins::userInfo);
  }
}
