package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Units are renamed, moved, merged and split, at once or on a day to come; what is theirs follows, once. */
class UnitChangeTest extends PlanServiceTest {

    private static final UnitId COMMUNE = PROVINCE.unit("xa2");

    @Autowired Aggregates<Unit> units;
    @Autowired Aggregates<Position> positions;
    @Autowired Aggregates<Body> bodies;
    @Autowired DomainClock clock;

    private final List<UnitState> newUnits = new ArrayList<>();
    private final List<PositionState> newPositions = new ArrayList<>();

    @BeforeEach
    void nothingToImport() {
        newUnits.clear();
        newPositions.clear();
    }

    @AfterEach
    void theClockIsRight() {
        clock.shiftTo(Duration.ZERO);
    }

    @Test
    void a_renamed_unit_is_still_found_by_its_old_name() {
        unit("uc-a", COMMUNE, UnitKind.OFFICE);
        imported();
        var done = changed("uc-a", wanted("rename", null, "Phòng Nông nghiệp và Môi trường", null, null));
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.told()).isEqualTo("Đổi tên thành “Phòng Nông nghiệp và Môi trường”");
        assertThat(unit("uc-a")).returns("Phòng Nông nghiệp và Môi trường", Unit::name).returns(List.of("Phòng uc-a"), Unit::aliases);
        assertThat(get("/api/organisation/units?q=uc-a", administrator()).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains("Nông nghiệp và Môi trường");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf("uc-a", "UnitRenamed")).hasSize(1));
    }

    @Test
    void a_planned_change_comes_on_its_day_and_not_before() {
        unit("ud-a", COMMUNE, UnitKind.OFFICE);
        unit("ud-b", COMMUNE, UnitKind.OFFICE);
        position("ud-a", Role.OFFICER);
        imported();
        awaitUnitOf("ud-a", Role.OFFICER, "ud-a");
        var day = clock.today().plusDays(3);
        var rename = changed("ud-b", wanted("rename", day, "Phòng Mới", null, null));
        var merger = changed("ud-a", wanted("merger", day.plusDays(1), null, null, "ud-b"));
        assertThat(List.of(rename.state(), merger.state())).containsOnly("planned");
        assertThat(read("/api/organisation/units/ud-a", administrator(), Organisation.UnitDetail.class).changes()).containsExactly(merger);

        clock.shiftTo(Duration.ofDays(2));
        assertThat(unit("ud-b").name()).isEqualTo("Phòng ud-b");
        clock.shiftTo(Duration.ofDays(3));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(unit("ud-b").name()).isEqualTo("Phòng Mới"));
        assertThat(unit("ud-a").active()).isTrue();
        clock.shiftTo(Duration.ofDays(9));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(unit("ud-a")).returns(false, Unit::active).returns(new UnitId("ud-b"), Unit::successor));
        awaitUnitOf("ud-a", Role.OFFICER, "ud-b");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf("ud-a", "UnitMerged")).singleElement()
                .satisfies(seen -> assertThat(seen.at()).startsWith(day.toString())));
        assertThat(read("/api/organisation/units/ud-a", administrator(), Organisation.UnitDetail.class).changes()).extracting(Organisation.Change::state)
                .containsExactly("done");
    }

    @Test
    void a_planned_change_is_taken_back_or_told_why_it_could_not_be_done() {
        unit("ue-a", COMMUNE, UnitKind.OFFICE);
        unit("ue-b", COMMUNE, UnitKind.OFFICE);
        unit("ue-c", COMMUNE, UnitKind.OFFICE);
        imported();
        var day = clock.today().plusDays(2);
        var taken = changed("ue-a", wanted("rename", day, "Không đổi nữa", null, null));
        withdrawn(taken.id(), taken.version() + 5).expectStatus().isEqualTo(412);
        withdrawn(taken.id(), taken.version()).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("withdrawn");
        var late = changed("ue-a", wanted("merger", day, null, null, "ue-b"));
        changed("ue-b", wanted("merger", null, null, null, "ue-c"));
        clock.shiftTo(Duration.ofDays(2));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(read("/api/organisation/units/ue-a", administrator(), Organisation.UnitDetail.class).changes())
                .filteredOn(one -> one.id().equals(late.id())).singleElement()
                .satisfies(one -> assertThat(one.refused()).isEqualTo("Đơn vị được chọn không còn hoạt động. Hãy chọn đơn vị đang hoạt động.")));
        assertThat(unit("ue-a")).returns(true, Unit::active).returns("Phòng ue-a", Unit::name);
        withdrawn(late.id(), late.version() + 1).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("CHANGE_CARRIED_OUT");
    }

    @Test
    void a_moved_unit_takes_along_what_is_below_it() {
        unit("uf-a", COMMUNE, UnitKind.OFFICE);
        unit("uf-b", COMMUNE, UnitKind.OFFICE);
        unit("uf-below", new UnitId("uf-a"), UnitKind.OFFICE);
        imported();
        changed("uf-a", wanted("move", null, null, "uf-b", null));
        assertThat(unit("uf-a").parent()).isEqualTo(new UnitId("uf-b"));
        var detail = read("/api/organisation/units/uf-below", administrator(), Organisation.UnitDetail.class);
        assertThat(detail.path()).extracting(one -> one.id().value()).containsExactly("pl-tinh", "pl-xa2", "uf-b", "uf-a");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf("uf-a", "UnitMoved")).hasSize(1));
    }

    @Test
    void a_split_unit_ends_in_the_one_that_takes_over() {
        unit("ug-a", COMMUNE, UnitKind.VILLAGE);
        unit("ug-below", new UnitId("ug-a"), UnitKind.OTHER);
        position("ug-a", Role.VILLAGE_HEAD);
        position("ug-a", Role.OFFICER);
        position("ug-a", Role.INSPECTION);
        imported();
        awaitUnitOf("ug-a", Role.OFFICER, "ug-a");
        var parts = List.of(
                new Organisation.NewUnit("Thôn Một", UnitKind.VILLAGE, List.of(new PositionId("ug-a-village-head")), List.of()),
                new Organisation.NewUnit("Thôn Hai", UnitKind.VILLAGE, List.of(new PositionId("ug-a-officer")), List.of(new UnitId("ug-below"))));
        var done = changed("ug-a", new Organisation.ChangeWanted("split", null, null, null, "#1", parts));
        assertThat(done.told()).isEqualTo("Chia thành Thôn Một, Thôn Hai; việc còn dở do Thôn Một tiếp nhận");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(positions.find("ug-a-inspection").orElseThrow().state().unit()).isNotEqualTo(new UnitId("ug-a")));
        var old = unit("ug-a");
        assertThat(old.active()).isFalse();
        var first = Objects.requireNonNull(old.successor()).value();
        assertThat(unit(first)).returns("Thôn Một", Unit::name).returns(COMMUNE, Unit::parent).returns(COMMUNE, Unit::commune);
        assertThat(positions.find("ug-a-village-head").orElseThrow().state().unit().value()).isEqualTo(first);
        assertThat(positions.find("ug-a-inspection").orElseThrow().state().unit().value()).isEqualTo(first);
        var second = positions.find("ug-a-officer").orElseThrow().state().unit().value();
        assertThat(unit(second).name()).isEqualTo("Thôn Hai");
        assertThat(unit("ug-below").parent()).isEqualTo(new UnitId(second));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf("ug-a", "UnitMerged")).singleElement()
                .satisfies(seen -> assertThat(seen.as(OrganisationEvent.UnitMerged.class).unit().successor()).isEqualTo(new UnitId(first))));
        awaitUnitOf("ug-a", Role.OFFICER, second);
    }

    @Test
    void a_part_is_split_off_and_the_unit_goes_on() {
        unit("uh-a", COMMUNE, UnitKind.OFFICE);
        position("uh-a", Role.UNIT_HEAD);
        position("uh-a", Role.OFFICER);
        imported();
        changed("uh-a", new Organisation.ChangeWanted("split", null, null, null, null,
                List.of(new Organisation.NewUnit("Trung tâm Phục vụ hành chính công", UnitKind.OFFICE, List.of(new PositionId("uh-a-officer")), List.of()))));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(positions.find("uh-a-officer").orElseThrow().state().unit()).isNotEqualTo(new UnitId("uh-a")));
        assertThat(unit("uh-a")).returns(true, Unit::active).returns(null, Unit::successor);
        assertThat(positions.find("uh-a-unit-head").orElseThrow().state().unit()).isEqualTo(new UnitId("uh-a"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "ui-a, rename, -, -, -, 400, VALIDATION",
        "ui-a, dream, x, -, -, 400, VALIDATION",
        "ui-a, move, -, ui-a, -, 422, MERGER_BELOW",
        "ui-a, move, -, ui-below, -, 422, MERGER_BELOW",
        "ui-a, move, -, pl-xa1, -, 422, MERGER_ELSEWHERE",
        "ui-a, move, -, nowhere, -, 422, PARENT_UNKNOWN",
        "pl-xa2, move, -, ui-a, -, 422, MERGER_KIND",
        "ui-a, merger, -, -, pl-xa1.congan, 422, MERGER_ELSEWHERE",
        "ui-a, split, -, -, -, 400, VALIDATION",
        "pm-xa1.congan, rename, Tên, -, -, 404, NOT_FOUND"
    })
    void what_makes_no_sense_is_refused(String unit, String kind, @Nullable String name, @Nullable String parent, @Nullable String into, int status, String code) {
        unit("ui-a", COMMUNE, UnitKind.OFFICE);
        unit("ui-below", new UnitId("ui-a"), UnitKind.OFFICE);
        imported();
        change(unit, wanted(kind, null, name, parent, into), administrator()).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
        assertThat(unit("ui-a").name()).isEqualTo("Phòng ui-a");
    }

    @Test
    void only_who_keeps_the_directory_changes_it() {
        unit("uk-a", COMMUNE, UnitKind.OFFICE);
        imported();
        var rename = wanted("rename", null, "Tên khác", null, null);
        change("uk-a", rename, PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
        change("uk-a", rename, ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        change("uk-a", wanted("rename", clock.today().minusDays(1), "Tên khác", null, null), administrator()).expectStatus().isBadRequest();
        assertThat(unit("uk-a").name()).isEqualTo("Phòng uk-a");
    }

    private Unit unit(String id) {
        return units.find(id).orElseThrow().state();
    }

    private List<TestTopics.Seen> eventsOf(String unit, String type) {
        return topics.read("dondoc.organisation-event", seen -> seen.type().equals(type) && seen.subject().equals("units/" + unit));
    }

    private static Organisation.ChangeWanted wanted(
            String kind, @Nullable LocalDate effective, @Nullable String name, @Nullable String parent, @Nullable String into) {
        return new Organisation.ChangeWanted(kind, effective, name, parent == null ? null : new UnitId(parent), into, List.of());
    }

    private Organisation.Change changed(String unit, Organisation.ChangeWanted wanted) {
        return Objects.requireNonNull(change(unit, wanted, administrator()).expectStatus().isCreated().expectBody(Organisation.Change.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec change(String unit, Organisation.ChangeWanted wanted, String token) {
        return http.post().uri("/api/organisation/units/" + unit + "/changes").header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange();
    }

    private RestTestClient.ResponseSpec withdrawn(String change, long version) {
        return http.post().uri("/api/organisation/changes/" + change + "/withdrawal").header("Authorization", "Bearer " + administrator())
                .header("If-Match", "\"" + version + "\"").exchange();
    }

    private void unit(String id, UnitId parent, UnitKind kind) {
        newUnits.add(new UnitState(new UnitId(id), "Phòng " + id, List.of(), kind, parent, COMMUNE, PROVINCE.unit("tinh"), false, true));
    }

    private void position(String unit, Role role) {
        var id = unit + "-" + role.code();
        newPositions.add(new PositionState(new PositionId(id), new UnitId(unit), role.code(), role, new PersonId("person-" + id), null));
    }

    private void imported() {
        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator()).contentType(MediaType.APPLICATION_JSON)
                .body(new Organisation.Directory(newUnits, newPositions, List.of())).exchange().expectStatus().isOk();
    }

    private void awaitUnitOf(String unit, Role role, String expected) {
        var token = TestIssuer.token(new PersonId("person-" + unit + "-" + role.code()));
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/me", token).expectStatus().isOk()
                .expectBody().jsonPath("$.positions[0].unit.id").isEqualTo(expected));
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
