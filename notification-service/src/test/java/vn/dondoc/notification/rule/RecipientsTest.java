package vn.dondoc.notification.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class RecipientsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final TestProvince province = new TestProvince("re");
    private LocalDate today = LAST;
    private final KnownOrganisation organisation = new KnownOrganisation(province);
    private final Map<String, Obligation> wholes = new HashMap<>();
    private final Recipients recipients = new Recipients(organisation, task -> Optional.ofNullable(wholes.get(task)), () -> today);
    private final Owed owed = new Owed(province, "kh");

    private final PositionId head = province.positionId("xa1.kinhte", Role.UNIT_HEAD);
    private final PositionId officer = province.positionId("xa1.kinhte", Role.OFFICER);
    private final PositionId standing = province.positionId("xa1.vhxh", Role.COMMUNE_STANDING);
    private final PositionId leader = province.positionId("xa1", Role.COMMUNE_LEADER);

    @Test
    void a_task_is_assigned_to_head_and_officers_of_its_lead_unit() {
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte")))).containsExactlyInAnyOrder(head, officer);
    }

    @Test
    void overdue_is_told_to_the_standing_unit_too() {
        assertThat(told(overdue("xa1.kinhte"))).containsExactlyInAnyOrder(head, officer, standing);
    }

    @Test
    void the_standing_unit_that_leads_itself_is_told_once() {
        assertThat(told(overdue("xa1.vhxh"))).containsExactly(standing);
    }

    @Test
    void nobody_is_asked_to_decide_on_work_of_the_own_unit() {
        assertThat(told(new TaskEvent.ExtensionRequested(owed.task("t", LAST, "xa1.kinhte"), LAST.plusDays(9)))).containsExactly(standing);
        assertThat(told(new TaskEvent.ExtensionRequested(owed.task("t", LAST, "xa1.vhxh"), LAST.plusDays(9)))).containsExactly(leader);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1.vhxh")))).containsExactly(leader);
    }

    @Test
    void what_was_put_together_waits_for_those_who_sign_it() {
        assertThat(told(new ConsolidationEvent.ConsolidationPresented(owed.consolidation("th", "xa1", LAST)))).containsExactly(leader);
        assertThat(told(new ConsolidationEvent.ConsolidationPresented(owed.consolidation("th", "tinh", LAST))))
                .containsExactly(province.positionId("so", Role.PROVINCE_STANDING));
        assertThat(Rules.of(new ConsolidationEvent.ConsolidationSignedOff(owed.consolidation("th", "xa1", null)), LAST)).isEmpty();
    }

    @Test
    void who_gave_a_part_on_decides_on_it() {
        var asked = new TaskEvent.ExtensionRequested(owed.part("t", "whole", LAST, "xa1.thon1"), LAST.plusDays(9));
        assertThat(told(asked)).as("of a whole that is not known yet").containsExactly(standing);
        wholes.put("whole", Objects.requireNonNull(Obligation.after(null, new TaskEvent.TaskAssigned(owed.task("whole", LAST, "xa1.kinhte")))));
        assertThat(told(asked)).containsExactlyInAnyOrder(head, officer);
        wholes.put("whole", Objects.requireNonNull(Obligation.after(null, new TaskEvent.TaskAssigned(owed.task("whole", LAST, "xa1.thon1")))));
        assertThat(told(asked)).as("nobody decides on work of the own unit").containsExactly(standing);
    }

    @Test
    void a_part_is_told_to_the_position_that_it_was_given_to_and_while_that_is_vacant_to_the_head() {
        wholes.put("whole", Objects.requireNonNull(Obligation.after(null, new TaskEvent.TaskAssigned(owed.task("whole", LAST, "xa1.kinhte")))));
        var soon = new TaskEvent.TaskDueSoon(owed.given("t", "whole", LAST, "xa1.kinhte", officer), 1);
        assertThat(told(soon)).containsExactly(officer);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.given("t", "whole", LAST, "xa1.kinhte", officer)))).as("the head decides within the unit").containsExactly(head);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.given("t", "whole", LAST, "xa1.kinhte", head)))).as("never on what they did").containsExactly(standing);
        assertThat(told(new TaskEvent.TaskOverdue(owed.given("t", "whole", LAST, "xa1.kinhte", officer), LAST.plusDays(1)))).containsExactly(officer, head);
        assertThat(told(new TaskEvent.TaskDueSoon(owed.given("t", "whole", LAST, "xa1.thon1", officer), 1))).as("not of that unit any more").doesNotContain(officer);

        organisation.vacated(officer);
        assertThat(told(soon)).contains(head).doesNotContain(standing);
    }

    @Test
    void of_a_part_within_one_of_several_units_that_lead_the_whole_its_head_is_told_and_the_others() {
        var police = province.positionId("xa1.congan", Role.UNIT_HEAD);
        wholes.put("whole", Objects.requireNonNull(Obligation.after(null, new TaskEvent.TaskAssigned(owed.task("whole", LAST, "xa1.kinhte", "xa1.congan")))));
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.given("t", "whole", LAST, "xa1.kinhte", officer)))).containsExactly(head, police);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.given("t", "whole", LAST, "xa1.kinhte", head)))).as("never on what they did").containsExactly(police);
    }

    @Test
    void who_led_before_is_told_that_another_does_and_nobody_in_its_stead() {
        var before = Objects.requireNonNull(Obligation.after(null, new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte", "xa1.thon1"))));
        var given = new TaskEvent.TaskReassigned(owed.task("t", LAST, "xa1.congan", "xa1.thon1"));
        var after = Objects.requireNonNull(Obligation.after(before, given));
        assertThat(after.released()).containsExactly(province.unit("xa1.kinhte"));
        assertThat(former(given, after)).containsExactlyInAnyOrder(head, officer);
        var later = Objects.requireNonNull(Obligation.after(after, new TaskEvent.ProgressRecorded(given.task())));
        assertThat(former(given, later)).as("also once more is known").containsExactlyInAnyOrder(head, officer);
        var back = Objects.requireNonNull(Obligation.after(later, new TaskEvent.TaskReassigned(owed.task("t", LAST, "xa1.kinhte", "xa1.thon1"))));
        assertThat(back.released()).containsExactly(province.unit("xa1.congan"));
        organisation.deserted(province.unit("xa1.kinhte"));
        assertThat(former(given, after)).isEmpty();
    }

    private java.util.List<PositionId> former(TaskEvent event, Obligation now) {
        var left = Objects.requireNonNull(Obligation.after(null, event));
        return recipients.of(Rules.of(event, LAST).orElseThrow(), left, now).stream()
                .filter(recipient -> recipient.audience() == Audience.FORMER).map(Recipient::position).toList();
    }

    @Test
    void the_unit_of_the_province_that_gave_a_directive_decides_on_its_parts() {
        var above = province.positionId("so", Role.PROVINCE_STANDING);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.directed("t", LAST, "xa1.vhxh", "so")))).containsExactly(above);
        assertThat(told(new TaskEvent.ExtensionRequested(owed.directed("t", LAST, "xa1.vhxh", "so"), LAST.plusDays(9)))).containsExactly(above);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.directed("t", LAST, "xa1.kinhte", null)))).as("within the commune").containsExactly(standing);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.directed("t", LAST, "xa1.vhxh", "xa1.vhxh")))).as("never one's own").containsExactly(leader);
    }

    @Test
    void what_a_department_of_the_province_owes_goes_up_to_the_standing_unit_of_the_province() {
        organisation.units.add(new UnitState(
                province.unit("so2"), "Sở Nội vụ", java.util.List.of(), UnitKind.DEPARTMENT, province.unit("tinh"), null, province.unit("tinh"), false, true));
        var director = new PositionId("re-p-so2");
        organisation.positions.add(new PositionState(director, province.unit("so2"), "Giám đốc", Role.UNIT_HEAD, province.person("so2", Role.UNIT_HEAD), "sonv@re.example"));
        var above = province.positionId("so", Role.PROVINCE_STANDING);
        var task = owed.ofDepartment("t", LAST, "so2");
        assertThat(told(new TaskEvent.TaskDueSoon(task, 3))).containsExactly(director);
        assertThat(told(new TaskEvent.TaskOverdue(task, LAST.plusDays(1)))).containsExactlyInAnyOrder(director, above);
        assertThat(told(new TaskEvent.TaskEscalated(task, 1, 1))).containsExactly(director);
        assertThat(told(new TaskEvent.TaskEscalated(task, 3, 7))).containsExactly(above);
        assertThat(told(new TaskEvent.CompletionSubmitted(task))).containsExactly(above);
        organisation.deserted(province.unit("so2"));
        assertThat(told(new TaskEvent.TaskDueSoon(task, 3))).as("nobody there can be reached").containsExactly(above);
    }

    @Test
    void who_answers_for_a_target_is_told_what_another_one_entered_for_it() {
        assertThat(told(owed.measured("g", "xa1.kinhte", true))).containsExactlyInAnyOrder(head, officer);
        assertThat(Rules.of(owed.measured("g", "xa1.kinhte", false), LAST)).as("what it entered itself it knows").isEmpty();
    }

    @Test
    void whom_the_commune_named_is_told_of_what_its_leaders_or_the_standing_unit_did_themselves() {
        var police = province.positionId("xa1.congan", Role.UNIT_HEAD);
        organisation.settings.add(new SettingsState(province.unit("xa1"), null, List.of(), List.of(), null, null, null, null, null, police));
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1.vhxh")))).containsExactlyInAnyOrder(leader, police);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1")))).containsExactlyInAnyOrder(standing, police);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1.kinhte")))).containsExactly(standing);
        assertThat(told(new TaskEvent.CompletionSubmitted(owed.submitted("t", LAST, "xa1.vhxh", "xa1.congan")))).as("never of the own unit's work").containsExactly(leader);
    }

    @Test
    void steps_go_up() {
        var task = owed.overdue("t", LAST, "xa1.kinhte");
        assertThat(told(new TaskEvent.TaskEscalated(task, 1, 1))).containsExactly(head);
        assertThat(told(new TaskEvent.TaskEscalated(task, 2, 3))).containsExactly(standing);
        assertThat(told(new TaskEvent.TaskEscalated(task, 3, 7))).containsExactly(leader);
    }

    @Test
    void while_the_holder_is_away_whoever_stands_in_is_told_as_well() {
        var away = new Absence(LAST, LAST.plusDays(2), head);
        organisation.positions.replaceAll(one -> one.id().equals(leader)
                ? new PositionState(one.id(), one.unit(), one.title(), one.role(), one.holder(), one.mailbox(), away)
                : one);
        var step = new TaskEvent.TaskEscalated(owed.overdue("t", LAST, "xa1.congan"), 3, 7);
        assertThat(told(step)).containsExactlyInAnyOrder(leader, head);
        today = LAST.plusDays(3);
        assertThat(told(step)).containsExactly(leader);
    }

    @Test
    void of_a_village_only_its_head_is_told() {
        var village = province.unit("xa1.thon1");
        organisation.positions.add(new vn.dondoc.contracts.event.PositionState(
                new PositionId("re-p-thon1-officer"), village, "Công an viên", Role.OFFICER, null, "thon1@re.example"));
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.thon1"))))
                .containsExactly(province.positionId("xa1.thon1", Role.VILLAGE_HEAD));
    }

    @Test
    void administrators_and_readers_are_not_urged() {
        organisation.positions.add(new vn.dondoc.contracts.event.PositionState(
                new PositionId("re-p-admin"), province.unit("xa1.kinhte"), "Quản trị", Role.COMMUNE_ADMINISTRATOR, null, "qt@re.example"));
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte")))).containsExactlyInAnyOrder(head, officer);
    }

    @Test
    void a_vacant_position_with_a_mailbox_is_told() {
        organisation.positions.replaceAll(p -> p.id().equals(head) ? KnownOrganisation.with(p, null, "phong@re.example") : p);
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte")))).contains(head);
    }

    @Test
    void where_nobody_can_be_reached_the_standing_unit_is_told_instead() {
        var deserted = province.unit("xa1.kinhte");
        organisation.deserted(deserted);
        var to = recipients(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte", "xa1.congan")));
        assertThat(to).containsExactly(
                new Recipient(standing, Audience.RESPONSIBLE, deserted),
                new Recipient(province.positionId("xa1.congan", Role.UNIT_HEAD), Audience.RESPONSIBLE, null));
    }

    @Test
    void it_goes_on_to_the_leaders_and_to_the_province() {
        organisation.deserted(province.unit("xa1.kinhte"));
        organisation.deserted(province.unit("xa1.vhxh"));
        assertThat(told(overdue("xa1.kinhte"))).containsExactly(leader);
        organisation.deserted(province.unit("xa1"));
        assertThat(told(overdue("xa1.kinhte"))).containsExactly(province.positionId("so", Role.PROVINCE_STANDING));
    }

    @Test
    void what_is_the_communes_own_stops_at_its_head_and_what_comes_from_above_goes_on() {
        var above = province.positionId("so", Role.PROVINCE_STANDING);
        assertThat(told(new TaskEvent.TaskEscalated(owed.overdue("t", LAST, "xa1.kinhte"), 3, 7))).containsExactly(leader);
        assertThat(told(new TaskEvent.TaskEscalated(owed.described("t", LAST, AssigningLevel.PROVINCE, null, "xa1.kinhte"), 3, 7))).containsExactly(leader, above);
        assertThat(told(new TaskEvent.TaskEscalated(owed.described("t", LAST, AssigningLevel.COMMUNE, null, "xa1.kinhte"), 3, 7))).containsExactly(leader);
        assertThat(told(new TaskEvent.TaskEscalated(owed.directed("t", LAST, "xa1.kinhte", "so"), 3, 7))).containsExactly(leader, above);
        organisation.depth = Depth.FIGURES;
        assertThat(told(new TaskEvent.TaskEscalated(owed.described("t", LAST, AssigningLevel.PROVINCE, null, "xa1.kinhte"), 3, 7)))
                .as("it does not look so deep").containsExactly(leader);
        assertThat(told(new TaskEvent.TaskEscalated(owed.directed("t", LAST, "xa1.kinhte", "so"), 3, 7))).as("its own is its own").containsExactly(leader, above);
    }

    @Test
    void a_province_that_does_not_look_so_deep_is_told_nothing_in_others_stead() {
        List.of("xa1.kinhte", "xa1.vhxh", "xa1").forEach(unit -> organisation.deserted(province.unit(unit)));
        assertThat(told(overdue("xa1.kinhte"))).containsExactly(province.positionId("so", Role.PROVINCE_STANDING));
        organisation.depth = Depth.INTEREST;
        assertThat(told(overdue("xa1.kinhte"))).isEmpty();
    }

    @Test
    void where_nobody_holds_a_position_the_mailbox_is_told_and_the_next_above() {
        organisation.positions.replaceAll(p -> p.unit().equals(province.unit("xa1.kinhte")) ? KnownOrganisation.with(p, null, p.mailbox()) : p);
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.kinhte")))).containsExactlyInAnyOrder(head, officer, standing);
    }

    @Test
    void coordinating_units_the_unit_that_urges_and_the_leader_in_charge_are_found_by_the_directory() {
        var other = new PositionId("re-p-deputy");
        organisation.positions.add(new PositionState(other, province.unit("xa1"), "Phó Chủ tịch", Role.COMMUNE_LEADER, new PersonId("re-n-deputy"), null));
        organisation.bodies.add(new BodyState(
                new BodyId("b1"), "Đề án 06", BodyKind.PROGRAMME, province.unit("tinh"), province.unit("xa1"), null, province.unit("xa1.congan"),
                List.of(new BodyState.Member(leader, BodyPart.HEAD, null), new BodyState.Member(other, BodyPart.DEPUTY, "Phòng Kinh tế; chuyển đổi số")), true));
        var task = new TaskEvent.TaskAssigned(owed.described("t", LAST, null, "Đề án 06", "xa1.kinhte"));
        assertThat(of(task, Audience.COORDINATING)).containsExactly(province.positionId("xa1.thon1", Role.VILLAGE_HEAD));
        assertThat(of(task, Audience.URGING_UNIT)).containsExactly(province.positionId("xa1.congan", Role.UNIT_HEAD));
        assertThat(of(task, Audience.LEADER_IN_CHARGE)).as("whose field names the unit").containsExactly(other);
        var elsewhere = new TaskEvent.TaskAssigned(owed.described("t", LAST, null, "Đề án 06", "xa1.congan"));
        assertThat(of(elsewhere, Audience.LEADER_IN_CHARGE)).as("else who heads the programme").containsExactly(leader);
        assertThat(of(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.thon1")), Audience.URGING_UNIT)).isEmpty();
    }

    private List<PositionId> of(TaskEvent event, Audience audience) {
        var obligation = Objects.requireNonNull(Obligation.after(null, event));
        return recipients.of(Usual.of(Occasion.ASSIGNED, null).to(List.of(audience), Urgency.NORMAL), obligation).stream().map(Recipient::position).toList();
    }

    @Test
    void a_unit_that_is_not_known_yet_is_not_the_end_of_a_message() {
        assertThat(told(overdue("xa1.nowhere"))).containsExactly(standing);
        assertThat(told(overdue())).containsExactly(standing);
    }

    @Test
    void what_is_told_of_a_merged_unit_is_for_the_one_that_took_over_in_the_end() {
        organisation.merged(province.unit("xa1.thon1"), province.unit("xa1.congan"));
        organisation.merged(province.unit("xa1.congan"), province.unit("xa1.kinhte"));
        assertThat(told(new TaskEvent.TaskAssigned(owed.task("t", LAST, "xa1.thon1")))).containsExactlyInAnyOrder(head, officer);
        assertThat(told(new TaskEvent.TaskReassigned(owed.task("t", LAST, "xa1.congan", "xa1.kinhte")))).containsExactlyInAnyOrder(head, officer);
    }

    @Test
    void nobody_is_made_up_for_an_organisation_that_is_not_known() {
        organisation.units.clear();
        organisation.positions.clear();
        assertThat(told(overdue("xa1.kinhte"))).isEmpty();
    }

    @Test
    void a_missing_report_is_told_to_whom_it_is_owed() {
        var report = owed.report("r", LAST, ReportStatus.OVERDUE);
        assertThat(told(new ReportEvent.ReportOverdue(report, LAST.plusDays(1)))).containsExactlyInAnyOrder(head, officer, standing);
        assertThat(told(new ReportEvent.ReportSubmitted(report))).containsExactly(standing);
    }

    @Test
    void who_follows_is_told_besides_but_nobody_of_another_commune() {
        var elsewhere = province.positionId("xa2", Role.COMMUNE_LEADER);
        var late = owed.followed("t", LAST, leader, elsewhere, new PositionId("nobody"));
        assertThat(told(new TaskEvent.TaskOverdue(late, LAST.plusDays(1)))).containsExactlyInAnyOrder(head, officer, standing, leader);
        assertThat(told(new TaskEvent.TaskCompleted(late))).containsExactlyInAnyOrder(head, officer, leader);
        assertThat(told(new TaskEvent.CompletionReturned(late))).containsExactlyInAnyOrder(head, officer);
    }

    @Test
    void no_other_commune_hears_of_it() {
        var own = province.unit("xa2");
        assertThat(recipients(overdue("xa1.kinhte")))
                .extracting(to -> organisation.position(to.position()).orElseThrow().unit())
                .doesNotContain(own, new UnitId("re-xa2.vhxh"));
    }

    private TaskEvent overdue(String... lead) {
        return new TaskEvent.TaskOverdue(owed.overdue("t", LAST, lead), LAST.plusDays(1));
    }

    private List<PositionId> told(DomainEvent event) {
        return recipients(event).stream().map(Recipient::position).toList();
    }

    private List<Recipient> recipients(DomainEvent event) {
        var obligation = Obligation.after(null, event);
        assertThat(obligation).isNotNull();
        return List.copyOf(recipients.of(Rules.of(event, LAST.plusDays(1)).orElseThrow(), obligation));
    }
}
