package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.notification.rule.Usual;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.notification.rule.Urgency.CRITICAL;
import static vn.dondoc.notification.rule.Urgency.INFORMATION;
import static vn.dondoc.notification.rule.Urgency.NORMAL;

class RulingTest {

    private static final Notice SOON = Usual.of(Occasion.DUE_SOON, 3);
    private static final Notice OVERDUE = Usual.of(Occasion.OVERDUE, null);
    private static final Notice LAST_STEP = Usual.of(Occasion.ESCALATED, 3);

    @Test
    void where_nobody_decided_anything_the_usual_rules_hold() {
        assertThat(new Ruling(List.of(), List.of()).of(SOON)).isEqualTo(SOON);
    }

    @Test
    void the_commune_decides_before_its_province() {
        var above = entry("due-soon:3", true, NORMAL, Audience.RESPONSIBLE, Audience.HEAD);
        var own = entry("due-soon:3", true, INFORMATION, Audience.RESPONSIBLE, Audience.COORDINATING);
        assertThat(new Ruling(List.of(), List.of(above)).of(SOON).audiences()).containsExactly(Audience.RESPONSIBLE, Audience.HEAD);
        var ruled = new Ruling(List.of(own), List.of(above)).of(SOON);
        assertThat(ruled.audiences()).containsExactly(Audience.RESPONSIBLE, Audience.COORDINATING);
        assertThat(ruled.urgency()).isEqualTo(INFORMATION);
    }

    @Test
    void what_is_switched_off_is_told_nowhere() {
        assertThat(new Ruling(List.of(entry("due-soon:3", false, NORMAL, Audience.RESPONSIBLE)), List.of()).of(SOON).isOff()).isTrue();
    }

    @Test
    void whatever_is_stored_the_critical_is_told_urgently_by_more_than_the_inbox_and_to_whom_it_presses_first() {
        var muted = new Entry("overdue", false, List.of(Audience.FOLLOWING), Set.of(Channel.INBOX), INFORMATION);
        var ruled = new Ruling(List.of(muted), List.of()).of(OVERDUE);
        assertThat(ruled.isOff()).isFalse();
        assertThat(ruled.urgency()).isEqualTo(CRITICAL);
        assertThat(ruled.channels()).contains(Channel.INBOX, Channel.EMAIL);
        assertThat(ruled.audiences()).containsExactly(Audience.RESPONSIBLE, Audience.FOLLOWING);
    }

    @Test
    void a_commune_does_not_take_from_the_province_what_it_is_told_of_its_own_work() {
        var own = entry("escalated:3", true, CRITICAL, Audience.LEADER);
        assertThat(new Ruling(List.of(own), List.of()).of(LAST_STEP).audiences()).containsExactly(Audience.LEADER, Audience.PROVINCE);
        var earlier = entry("escalated:2", true, CRITICAL, Audience.STANDING, Audience.PROVINCE);
        var second = Usual.of(Occasion.ESCALATED, 2);
        assertThat(new Ruling(List.of(entry("escalated:2", true, CRITICAL, Audience.STANDING)), List.of(earlier)).of(second).audiences())
                .containsExactly(Audience.STANDING, Audience.PROVINCE);
    }

    @Test
    void who_chases_reports_and_parts_is_meant_by_the_standing_unit() {
        var report = OVERDUE.to(List.of(Audience.RESPONSIBLE, Audience.OWED_TO), CRITICAL);
        assertThat(new Ruling(List.of(entry("overdue", true, CRITICAL, Audience.RESPONSIBLE, Audience.STANDING, Audience.HEAD)), List.of()).of(report).audiences())
                .containsExactly(Audience.RESPONSIBLE, Audience.OWED_TO, Audience.HEAD);
    }

    @Test
    void a_reminder_that_moved_earlier_is_of_the_step_that_it_was_meant_for() {
        var own = List.of(entry("due-soon:7", true, NORMAL, Audience.HEAD), entry("due-soon:3", true, NORMAL, Audience.COORDINATING));
        assertThat(new Ruling(own, List.of()).of(Usual.of(Occasion.DUE_SOON, 5)).audiences()).containsExactly(Audience.COORDINATING);
        assertThat(new Ruling(own, List.of()).of(Usual.of(Occasion.DUE_SOON, 9)).audiences()).containsExactly(Audience.HEAD);
        assertThat(new Ruling(own, List.of()).of(Usual.of(Occasion.DUE_SOON, 1)).audiences()).as("nobody decided on it").containsExactly(Audience.RESPONSIBLE);
    }

    private static Entry entry(String step, boolean on, Urgency urgency, Audience... audiences) {
        return new Entry(step, on, List.of(audiences), Set.of(Channel.INBOX, Channel.EMAIL), urgency);
    }
}
