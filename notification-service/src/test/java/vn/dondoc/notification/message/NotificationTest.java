package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final Owed owed = new Owed(new TestProvince("no"), "kh");
    private final TaskEvent dueSoon = new TaskEvent.TaskDueSoon(owed.task("t", LAST, "xa1.kinhte"), 7);
    private final TaskEvent completed = new TaskEvent.TaskCompleted(owed.done("t", LAST, "xa1.kinhte"));

    @Test
    void it_is_in_the_inbox_at_once_and_its_letter_waits() {
        var made = message(dueSoon, 2, "p1", dueSoon).decision();
        assertThat(made.state().inbox()).isEqualTo(ChannelStatus.DELIVERED);
        assertThat(made.state().unread()).isTrue();
        assertThat(made.state().waitsOn(Channel.EMAIL)).isTrue();
        assertThat(made.facts()).extracting(Fact::type).containsExactly("NotificationDelivered", "NotificationQueued");
        assertThat(made.facts()).extracting(Fact::partitionKey).containsOnly("p1");
    }

    @Test
    void what_is_pointless_when_it_arrives_is_shown_to_nobody() {
        var made = message(dueSoon, 2, "p1", completed).decision();
        assertThat(made.state().inbox()).isEqualTo(ChannelStatus.DROPPED);
        assertThat(made.state().unread()).isFalse();
        assertThat(made.state().on(Channel.EMAIL).orElseThrow().status()).isEqualTo(ChannelStatus.DROPPED);
        assertThat(made.facts()).extracting(Fact::type).containsExactly("NotificationDropped", "NotificationDropped");
    }

    @Test
    void the_same_step_to_the_same_position_is_the_same_message() {
        var first = message(dueSoon, 2, "p1", dueSoon);
        assertThat(message(dueSoon, 2, "p1", completed).id()).isEqualTo(first.id());
        assertThat(message(dueSoon, 9, "p1", dueSoon).id()).isEqualTo(first.id());
        var others = List.of(
                message(dueSoon, 2, "p2", dueSoon).id(),
                message(new TaskEvent.TaskDueSoon(owed.task("t", LAST, "xa1.kinhte"), 3), 2, "p1", dueSoon).id(),
                message(new TaskEvent.TaskDueSoon(owed.task("t", LAST.plusDays(9), "xa1.kinhte"), 7), 2, "p1", dueSoon).id(),
                message(new TaskEvent.TaskDueSoon(owed.task("u", LAST, "xa1.kinhte"), 7), 2, "p1", dueSoon).id());
        assertThat(others).doesNotHaveDuplicates().doesNotContain(first.id());
    }

    @Test
    void what_is_returned_twice_is_told_twice() {
        var returned = new TaskEvent.CompletionReturned(owed.task("t", LAST, "xa1.kinhte"));
        assertThat(message(returned, 4, "p1", returned).id()).isNotEqualTo(message(returned, 6, "p1", returned).id());
        assertThat(message(returned, 4, "p1", returned).id()).isEqualTo(message(returned, 4, "p1", returned).id());
    }

    @Test
    void a_letter_comes_to_one_end_only() {
        var waiting = message(dueSoon, 2, "p1", dueSoon).decision().state();
        var sent = accepted(waiting.delivered(Channel.EMAIL));
        assertThat(sent.on(Channel.EMAIL).orElseThrow().status()).isEqualTo(ChannelStatus.DELIVERED);
        assertThat(sent.delivered(Channel.EMAIL)).isInstanceOf(Decision.Unchanged.class);
        assertThat(sent.failed(Channel.EMAIL, "X")).isInstanceOf(Decision.Unchanged.class);
        assertThat(sent.dropped(Channel.EMAIL, "X")).isInstanceOf(Decision.Unchanged.class);
        assertThat(accepted(waiting.failed(Channel.EMAIL, "MAILBOX_REFUSED")).on(Channel.EMAIL).orElseThrow().reason()).isEqualTo("MAILBOX_REFUSED");
    }

    @Test
    void what_was_written_when_there_were_letters_only_is_read_with_its_letter() {
        var now = message(dueSoon, 2, "p1", dueSoon).decision().state();
        var then = new Notification(now.id(), now.province(), now.commune(), now.to(), now.cause(), now.urgency(), now.about(), now.at(), now.inbox(),
                true, null, ChannelStatus.FAILED, "MAILBOX_REFUSED", null, null);
        assertThat(then.channels()).containsExactly(Channel.INBOX, Channel.EMAIL);
        assertThat(then.sendings()).containsExactly(new Sending(Channel.EMAIL, ChannelStatus.FAILED, "MAILBOX_REFUSED"));
    }

    @Test
    void it_is_read_once() {
        var when = Instant.parse("2026-11-24T03:00:00Z");
        var read = accepted(message(dueSoon, 2, "p1", dueSoon).decision().state().read(when));
        assertThat(read.readAt()).isEqualTo(when);
        assertThat(read.unread()).isFalse();
        assertThat(read.read(when.plusSeconds(60))).isInstanceOf(Decision.Unchanged.class);
    }

    private static Notification accepted(Decision<Notification> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Notification>) decision).state();
    }

    private static Aggregates.New<Notification> message(DomainEvent event, long sequence, String position, DomainEvent newest) {
        var then = Objects.requireNonNull(Obligation.after(null, event));
        var now = Objects.requireNonNull(Obligation.after(null, newest));
        var received = new Received("e" + sequence, "assignments/t", 1, sequence, Instant.EPOCH, null, event);
        var to = new Recipient(new PositionId(position), Audience.RESPONSIBLE, null);
        return Messages.of(received, Rules.of(event, LAST).orElseThrow(), to, then, now, LAST);
    }
}
