package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.event.OrganisationEvent.UnitMerged;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A unit ends in another one: what is below it and who works in it follow, once. */
class MergerTest extends PlanServiceTest {

    private static final UnitId COMMUNE = PROVINCE.unit("xa2");

    @Autowired Aggregates<Unit> units;

    private final List<UnitState> newUnits = new ArrayList<>();
    private final List<PositionState> newPositions = new ArrayList<>();

    @BeforeEach
    void nothingToImport() {
        newUnits.clear();
        newPositions.clear();
    }

    @Test
    void units_below_and_people_follow_and_a_head_makes_way_for_the_head_there() {
        unit("mg-a", COMMUNE);
        unit("mg-a-below", new UnitId("mg-a"));
        unit("mg-b", COMMUNE);
        position("mg-a", Role.UNIT_HEAD);
        position("mg-a", Role.OFFICER);
        position("mg-b", Role.UNIT_HEAD);
        imported().expectStatus().isOk();
        awaitUnitOf("mg-a", Role.OFFICER, "mg-a");

        var process = merged("mg-a", "mg-b", administrator()).expectStatus().isCreated().expectBody(Processes.Process.class).returnResult().getResponseBody();

        assertThat(Objects.requireNonNull(process).done()).isEqualTo(4);
        assertThat(process.refused()).isEmpty();
        assertThat(units.find("mg-a").orElseThrow().state()).returns(false, Unit::active).returns(new UnitId("mg-b"), Unit::successor);
        assertThat(units.find("mg-a-below").orElseThrow().state().parent()).isEqualTo(new UnitId("mg-b"));
        awaitUnitOf("mg-a", Role.OFFICER, "mg-b");
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/me", person("mg-a", Role.UNIT_HEAD)).expectStatus().isNotFound());
        awaitUnitOf("mg-b", Role.UNIT_HEAD, "mg-b");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf("mg-a")).extracting(TestTopics.Seen::type)
                .containsExactlyInAnyOrder("UnitRegistered", "UnitMerged", "UnitMoved", "UnitRegistered", "PositionFilled", "PositionFilled",
                        "PositionFilled", "PositionVacated"));
        assertThat(eventsOf("mg-a")).filteredOn(seen -> seen.type().equals("UnitMerged")).singleElement()
                .satisfies(seen -> assertThat(seen.as(UnitMerged.class).unit().successor()).isEqualTo(new UnitId("mg-b")));
        get("/api/organisation/processes/" + process.id(), administrator()).expectStatus().isOk();
        get("/api/organisation/processes/" + process.id(), standing()).expectStatus().isNotFound();

        merged("mg-a", "mg-b", administrator()).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("UNIT_INACTIVE");
        imported().expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("UNIT_MERGED");
        assertThat(units.find("mg-a").orElseThrow().state().active()).isFalse();
    }

    @Test
    void a_head_moves_where_there_is_none() {
        unit("mh-a", COMMUNE);
        unit("mh-b", COMMUNE);
        position("mh-a", Role.UNIT_HEAD);
        imported().expectStatus().isOk();
        awaitUnitOf("mh-a", Role.UNIT_HEAD, "mh-a");
        merged("mh-a", "mh-b", administrator()).expectStatus().isCreated();
        awaitUnitOf("mh-a", Role.UNIT_HEAD, "mh-b");
    }

    @ParameterizedTest
    @CsvSource({
        "mi-a, mi-a, 422, MERGER_ITSELF",
        "mi-a, mi-below, 422, MERGER_BELOW",
        "mi-a, mi-deep, 422, MERGER_BELOW",
        "mi-a, mi-elsewhere, 422, MERGER_ELSEWHERE",
        "mi-a, mi-ended, 422, SUCCESSOR_INACTIVE",
        "mi-ended, mi-a, 409, UNIT_INACTIVE",
        "mi-a, no-such-unit, 422, SUCCESSOR_UNKNOWN",
        "mi-a, pl-xa2, 422, MERGER_KIND",
        "pl-xa2, mi-a, 422, MERGER_KIND",
        "pl-xa1.vhxh, pl-xa1.congan, 409, MERGER_STANDING",
        "no-such-unit, mi-a, 404, NOT_FOUND",
        "pm-xa1.congan, mi-a, 404, NOT_FOUND"
    })
    void what_makes_no_sense_is_refused(String from, String into, int status, String code) {
        unit("mi-a", COMMUNE);
        unit("mi-below", new UnitId("mi-a"));
        unit("mi-deep", new UnitId("mi-below"));
        newUnits.add(new UnitState(new UnitId("mi-elsewhere"), "Nơi khác", List.of(), UnitKind.OFFICE, PROVINCE.unit("xa1"), PROVINCE.unit("xa1"),
                PROVINCE.unit("tinh"), false, true));
        newUnits.add(new UnitState(new UnitId("mi-ended"), "Đã thôi", List.of(), UnitKind.OFFICE, COMMUNE, COMMUNE, PROVINCE.unit("tinh"), false, false));
        imported().expectStatus().isOk();

        merged(from, into, administrator()).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
        assertThat(units.find("mi-a").orElseThrow().state().active()).isTrue();
    }

    @Test
    void the_administrator_of_the_commune_merges_there_and_nobody_else() {
        unit("mk-a", COMMUNE);
        unit("mk-b", COMMUNE);
        unit("mk-office", COMMUNE);
        position("mk-office", Role.COMMUNE_ADMINISTRATOR);
        imported().expectStatus().isOk();
        awaitUnitOf("mk-office", Role.COMMUNE_ADMINISTRATOR, "mk-office");
        merged("mk-a", "mk-b", PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
        merged("mk-a", "mk-b", ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        merged("pl-xa1.congan", "pl-xa1.kinhte", person("mk-office", Role.COMMUNE_ADMINISTRATOR)).expectStatus().isNotFound();
        merged("mk-a", "mk-b", person("mk-office", Role.COMMUNE_ADMINISTRATOR)).expectStatus().isCreated();
    }

    private List<TestTopics.Seen> eventsOf(String prefix) {
        return topics.read("dondoc.organisation-event", seen -> seen.subject().startsWith("units/" + prefix) || seen.subject().startsWith("positions/" + prefix));
    }

    private void unit(String id, UnitId parent) {
        newUnits.add(new UnitState(new UnitId(id), "Phòng " + id, List.of(), UnitKind.OFFICE, parent, COMMUNE, PROVINCE.unit("tinh"), false, true));
    }

    private void position(String unit, Role role) {
        var id = unit + "-" + role.code();
        newPositions.add(new PositionState(new PositionId(id), new UnitId(unit), role.code(), role, new PersonId("person-" + id), null));
    }

    private static String person(String unit, Role role) {
        return TestIssuer.token(new PersonId("person-" + unit + "-" + role.code()));
    }

    private void awaitUnitOf(String unit, Role role, String expected) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> get("/api/organisation/me", person(unit, role)).expectStatus().isOk()
                .expectBody().jsonPath("$.positions[0].unit.id").isEqualTo(expected));
    }

    private RestTestClient.ResponseSpec imported() {
        return http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(new Organisation.Directory(newUnits, newPositions, List.of())).exchange();
    }

    private RestTestClient.ResponseSpec merged(String from, @Nullable String into, String token) {
        return http.post().uri("/api/organisation/units/" + from + "/merger").header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("into", into)).exchange();
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
