package dev.siyu.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.CustomerIdentities;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two customers of whom one is in the core circle turn out to be one, and then not to be. */
class CoreMergingTest {

  private LayerRig rig;
  private CustomerIdentities identities;

  @BeforeEach
  void open() {
    rig = new LayerRig(Map.of("siyu.core.places", "50", "siyu.core.group-size", "50"));
    identities = rig.get(CustomerIdentities.class);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private CustomerId mallOnly(String union) {
    return rig.get(Customers.class).byUnionId(union);
  }

  private void is(CustomerId id, String state, int invitation) {
    rig.rooms
        .jdbc()
        .sql(
            """
            INSERT INTO core_member (customer_id, state, why, invitation, staff_user_id, operator,
              invited_at, joined_at, changed_at)
            VALUES (:id, :state, 'ACCEPTED', :n, 'li.na', 'zhao.min', :at, :at, :at)
            """)
        .param("id", id.value())
        .param("state", state)
        .param("n", invitation)
        .param("at", rig.now().atOffset(java.time.ZoneOffset.UTC))
        .update();
    rig.rooms
        .jdbc()
        .sql(
            """
            INSERT INTO core_move (customer_id, from_state, to_state, why, actor, at)
            VALUES (:id, 'OUT', :state, 'ACCEPTED', 'siyu', :at)
            """)
        .param("id", id.value())
        .param("state", state)
        .param("at", rig.now().atOffset(java.time.ZoneOffset.UTC))
        .update();
    if (state.equals("MEMBER")) {
      rig.get(Customers.class).moveTo(id, Stage.CORE, rig.now(), "加入核心圈");
    }
  }

  private Stage stage(CustomerId id) {
    return rig.get(Customers.class).find(id).map(Customer::stage).orElseThrow();
  }

  private int moves(CustomerId id) {
    return rig.rooms
        .jdbc()
        .sql("SELECT count(*) FROM core_move WHERE customer_id = :id AND why = 'ACCEPTED'")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  private void separate(CustomerId kept) {
    var merge = identities.of(kept).merges().getFirst();
    identities.separate(kept, merge.id(), "manager", "another person");
  }

  @Test
  void shouldTakeTheMembershipAlongAndGiveItBack() {
    // given
    var member = mallOnly("u-m");
    var contact = rig.contact("a");
    is(member, "MEMBER", 1);
    // when
    identities.merge(member, contact, "manager", "same phone");
    // then
    assertThat(rig.core(contact)).isEqualTo("MEMBER ACCEPTED");
    assertThat(stage(contact)).isEqualTo(Stage.CORE);
    assertThat(moves(contact)).isEqualTo(1);
    assertThat(rig.messages())
        .containsExactly("core-withdrawn " + member, "core-member-joined " + contact);
    // when
    rig.announced.clear();
    separate(contact);
    // then
    assertThat(rig.core(contact)).isEqualTo("none");
    assertThat(rig.core(member)).isEqualTo("MEMBER ACCEPTED");
    assertThat(stage(contact)).as("as before").isEqualTo(Stage.POTENTIAL);
    assertThat(stage(member)).isEqualTo(Stage.CORE);
    assertThat(moves(member)).isEqualTo(1);
    assertThat(rig.messages())
        .containsExactly("core-withdrawn " + contact, "core-member-joined " + member);
  }

  @Test
  void shouldKeepOneMembershipOfTwoAndGiveTheOtherBack() {
    // given
    var other = mallOnly("u-m");
    var contact = rig.contact("a");
    is(other, "MEMBER", 3);
    is(contact, "MEMBER", 1);
    // when
    identities.merge(other, contact, "manager", "same phone");
    // then
    assertThat(rig.core(contact)).isEqualTo("MEMBER ACCEPTED");
    assertThat(rig.messages()).containsExactly("core-withdrawn " + other);
    // when
    separate(contact);
    // then
    assertThat(rig.core(contact)).isEqualTo("MEMBER ACCEPTED");
    assertThat(rig.core(other)).isEqualTo("MEMBER ACCEPTED");
    assertThat(stage(contact)).isEqualTo(Stage.CORE);
    assertThat(rig.messages()).endsWith("core-member-joined " + other);
  }

  @Test
  void shouldPreferTheMembershipToOneThatIsOverAndCountItsInvitationsOn() {
    // given
    var member = mallOnly("u-m");
    var contact = rig.contact("a");
    is(member, "MEMBER", 1);
    is(contact, "OUT", 2);
    // when
    identities.merge(member, contact, "manager", "same phone");
    // then
    assertThat(rig.core(contact)).isEqualTo("MEMBER ACCEPTED");
    assertThat(rig.announced.getLast().variables()).containsEntry("entry", "core3");
    // when
    rig.get(CoreCircle.class).remove(contact, "转售内部价", "manager");
    separate(contact);
    // then
    assertThat(rig.core(member)).as("it ended while they were one").isEqualTo("OUT REMOVED");
    assertThat(rig.core(contact)).isEqualTo("OUT ACCEPTED");
    assertThat(stage(member)).isEqualTo(Stage.REPURCHASE);
  }

  @Test
  void shouldTakeBackAnOpenInvitationOfTheOneWhoGoes() {
    // given
    var invited = mallOnly("u-m");
    var contact = rig.contact("a");
    is(invited, "INVITED", 1);
    // when
    identities.merge(invited, contact, "manager", "same phone");
    // then
    assertThat(rig.core(contact)).isEqualTo("OUT MERGED");
    assertThat(rig.messages()).containsExactly("core-withdrawn " + invited);
  }
}
