package vn.dondoc.plan.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.rules.BrokenRule;
import vn.dondoc.plan.rules.BrokenRules;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectionsTest {

    private static final UnitId OFFICE = new UnitId("kt");
    private final BrokenRules broken = new BrokenRules();

    @Test
    void rows_keep_their_ids_new_ones_get_one_and_new_names_are_looked_up() {
        var corrected = apply("""
                {"content":{"tasks":[
                  {"row":"t2","title":"Việc hai","lead":[{"name":"Phòng Kinh tế"}]},
                  {"title":" Việc mới ","lead":[{"name":"kinh tế xã"}]},
                  {"row":"t1","title":"Việc một","lead":[{"name":"Phòng Kinh tế"}]}]}}""");
        assertThat(broken.isEmpty()).isTrue();
        assertThat(corrected.tasks()).extracting(Plans.TaskRow::row).containsExactly("t2", "t3", "t1");
        assertThat(corrected.tasks().get(1).title()).isEqualTo("Việc mới");
        assertThat(corrected.tasks().get(0).lead().getFirst().unit()).as("new in this row").isEqualTo(OFFICE);
        assertThat(corrected.tasks().get(1).lead().getFirst().unit()).isEqualTo(OFFICE);
        assertThat(corrected.tasks().get(2).lead().getFirst().unit()).as("left open by the reviewer").isNull();
        assertThat(corrected.document().title()).isEqualTo("Kế hoạch");
    }

    @Test
    void what_does_not_fit_is_named_by_its_path_and_changes_nothing() {
        assertThat(apply("{\"content\":{\"tasks\":[{\"row\":\"t1\",\"due\":{\"kind\":\"by\",\"date\":\"2026-02-30\"}}]}}")).isEqualTo(draft());
        assertThat(broken.all()).extracting(BrokenRule::code).containsExactly("VALUE_UNREADABLE");
        assertThat(broken.all().getFirst().field()).startsWith("content.tasks[0].due");
        assertThat(apply("{\"contents\":{}}")).isEqualTo(draft());
        assertThat(broken.all()).extracting(BrokenRule::code).contains("CONTENT_MISSING");
    }

    @Test
    void taking_a_list_away_leaves_an_empty_one() {
        assertThat(apply("{\"content\":{\"tasks\":null}}").tasks()).isEmpty();
    }

    private Plans.Content apply(String patch) {
        var commune = new UnitState(new UnitId("xa"), "Xã Suối Mây", List.of(), UnitKind.COMMUNE, new UnitId("tinh"), new UnitId("xa"),
                new UnitId("tinh"), false, true);
        var office = new UnitState(OFFICE, "Phòng Kinh tế", List.of(), UnitKind.OFFICE, commune.id(), commune.id(), new UnitId("tinh"), false, true);
        return new Corrections(new UnitNames(commune, List.of(office)), broken).applied(draft(), EventJson.mapper().readTree(patch));
    }

    private static Plans.Content draft() {
        return new Plans.Content(
                new Plans.Heading("KH", null, null, "Kế hoạch", null, 2026, null), List.of(row("t1", "Phòng Kinh tế"), row("t2", "Phòng Kinh doanh")),
                List.of(), List.of(), List.of(), List.of());
    }

    private static Plans.TaskRow row(String row, String lead) {
        return new Plans.TaskRow(row, null, "Việc", List.of(new Plans.NamedUnit(lead, null, List.of())), List.of(), null, null, null, null, false, false,
                1, null, null);
    }
}
