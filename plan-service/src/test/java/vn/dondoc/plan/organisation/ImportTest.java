package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ImportTest extends PlanServiceTest {

    @Autowired MongoTemplate mongo;

    @Test
    void the_first_import_fills_the_directory_and_the_topics() {
        var imported = Objects.requireNonNull(firstImport);
        assertThat(imported.units()).isEqualTo(3 * PROVINCE.units().size());
        assertThat(imported.positions()).isEqualTo(3 * PROVINCE.positions().size());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation", seen -> seen.key().startsWith("unit/pl-")))
                .hasSizeGreaterThanOrEqualTo(PROVINCE.units().size()));
        assertThat(topics.read("dondoc.organisation-event", seen -> seen.type().equals("UnitRegistered") && seen.key().equals("pl-xa1")))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void the_setup_token_opens_nothing_once_there_is_an_administrator() {
        var empty = new Organisation.Directory(List.of(), List.of(), List.of());
        http.post().uri("/api/organisation/import").header("Setup-Token", SETUP_TOKEN).contentType(MediaType.APPLICATION_JSON).body(empty).exchange()
                .expectStatus().isUnauthorized();
        take(PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING), empty).expectStatus().isForbidden();
        take(PROVINCE.token("tinh", Role.PROVINCE_VIEWER), empty).expectStatus().isForbidden();
    }

    @Test
    void again_nothing_changes_and_a_change_is_one_event() {
        var admin = administrator();
        var same = new Organisation.Directory(PROVINCE.units(), PROVINCE.positions(), List.of());
        assertThat(imported(take(admin, same))).isEqualTo(new Organisation.Imported(0, 0, 0, PROVINCE.units().size() + PROVINCE.positions().size()));

        var before = PROVINCE.units().stream().filter(unit -> unit.id().equals(PROVINCE.unit("xa2.kinhte"))).findFirst().orElseThrow();
        var renamed = new UnitState(before.id(), "Phòng Kinh tế và Hạ tầng", List.of("KT-HT"), before.kind(), before.parent(), before.commune(),
                before.province(), false, true);
        assertThat(imported(take(admin, new Organisation.Directory(List.of(renamed), List.of(), List.of()))).units()).isEqualTo(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                topics.read("dondoc.organisation-event", seen -> seen.type().equals("UnitRenamed") && seen.subject().endsWith(before.id().value())))
                .isNotEmpty());
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/api/organisation/units?commune={c}&q={q}", "pl-xa2", "ha tang")
                .header("Authorization", "Bearer " + PROVINCE.token("xa2.thon1", Role.VILLAGE_HEAD)).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.items[0].name").isEqualTo("Phòng Kinh tế và Hạ tầng").jsonPath("$.total").isEqualTo(1));
    }

    @Test
    void every_broken_element_is_named_and_nothing_is_done() {
        long before = mongo.getCollection("units").countDocuments();
        take(administrator(), Map.of(
                "units", List.of(
                        unit("pl-neu1", "Thôn Mới", "village", "pl-xa1", "pl-xa1"),
                        unit("pl-neu1", "Thôn Mới lặp mã", "village", "pl-xa1", "pl-xa1"),
                        unit("không hợp lệ", "Thôn", "village", "pl-xa1", "pl-xa1"),
                        unit("pl-neu2", "", "hamlet", "pl-xa1", "pl-xa1"),
                        unit("pl-neu3", "Phòng lạc", "office", "pl-nowhere", "pl-xa1"),
                        unit("pl-neu4", "Phòng vòng một", "office", "pl-neu5", "pl-xa1"),
                        unit("pl-neu5", "Phòng vòng hai", "office", "pl-neu4", "pl-xa1"),
                        unit("pl-neu6", "Phòng của xã khác", "office", "pl-xa1", "pl-xa2"),
                        with(unit("pl-neu7", "Phòng thường trực thứ hai", "office", "pl-xa1", "pl-xa1"), "standing", true),
                        with(unit("pl-neu8", "Phòng của tỉnh khác", "office", "pl-xa1", "pl-xa1"), "province", "pm-tinh")),
                "positions", List.of(
                        Map.of("id", "pl-p1", "unit", "pl-nowhere", "title", "Chức danh", "role", "officer"),
                        Map.of("id", "pl-p2", "unit", "pl-xa1.kinhte", "title", "Chức danh", "role", "province-viewer"),
                        Map.of("id", "pl-p3", "unit", "pl-xa1.kinhte", "title", "Chức danh", "role", "officer", "mailbox", "không phải thư")),
                "calendars", List.of(Map.of(
                        "province", "pl-tinh", "year", 2026, "daysOff", List.of("2026-02-30", "2025-01-01"), "makeUpDays", List.of("2026-08-21"),
                        "source", "Thử"))))
                .expectStatus().isBadRequest().expectBody()
                .jsonPath("$.code").isEqualTo("VALIDATION")
                .jsonPath("$.errors[*].code").value(List.class, codes -> assertThat(codes).contains(
                        "ID_TWICE", "ID_IMPLAUSIBLE", "NAME_MISSING", "KIND_UNKNOWN", "PARENT_UNKNOWN", "PARENT_CYCLE", "COMMUNE_NOT_OF_PARENT",
                        "STANDING_TWICE", "PARENT_ELSEWHERE", "PROVINCE_UNKNOWN", "UNIT_UNKNOWN", "ROLE_NOT_HERE", "MAILBOX_BROKEN", "DAY_BROKEN"))
                .jsonPath("$.errors[?(@.field=='units[7].commune')].code").isEqualTo("COMMUNE_NOT_OF_PARENT")
                .jsonPath("$.errors[0].message").value(String.class, sentence -> assertThat(sentence).contains("pl-neu1"));
        assertThat(mongo.getCollection("units").countDocuments()).isEqualTo(before);
    }

    @Test
    void the_directory_of_another_province_is_out_of_reach() {
        var foreign = ELSEWHERE.units().stream().filter(unit -> unit.id().equals(ELSEWHERE.unit("xa1.kinhte"))).findFirst().orElseThrow();
        take(administrator(), new Organisation.Directory(List.of(foreign), List.of(), List.of())).expectStatus().isBadRequest();
        take(administrator(), new Organisation.Directory(List.of(), List.of(ELSEWHERE.positions().getFirst()), List.of())).expectStatus().isBadRequest();
        get("/api/organisation/units?limit=200", PROVINCE.token("tinh", Role.PROVINCE_VIEWER)).expectStatus().isOk().expectBody(String.class)
                .value(body -> assertThat(body).contains("pl-xa1.kinhte").doesNotContain("pm-"));
        get("/api/organisation/units?limit=200", PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD)).expectStatus().isOk().expectBody(String.class)
                .value(body -> assertThat(body).contains("pl-xa1.kinhte").doesNotContain("pl-xa2"));
    }

    @Test
    void everybody_sees_the_own_positions() {
        get("/api/organisation/me", PROVINCE.token("xa1.kinhte", Role.OFFICER)).expectStatus().isOk().expectBody()
                .jsonPath("$.positions[0].role").isEqualTo("officer").jsonPath("$.positions[0].unit.communeName").isEqualTo("Xã Thượng Thử");
        get("/api/organisation/me", TestIssuer.token(new PersonId("pl-nobody"))).expectStatus().isNotFound()
                .expectBody().jsonPath("$.code").isEqualTo("PERSON_UNKNOWN");
    }

    @Test
    void a_province_of_twelve_communes_is_taken_over_in_seconds() {
        takeOver("pl-s", 12, 25, Duration.ofSeconds(3));
    }

    @Test
    @Tag("full")
    void ten_thousand_units_are_taken_over_in_half_a_minute() {
        takeOver("pl-l", 170, 59, Duration.ofSeconds(30));
    }

    private void takeOver(String prefix, int communes, int below, Duration limit) {
        var units = new ArrayList<UnitState>();
        for (int c = 0; c < communes; c++) {
            var commune = new UnitId(prefix + c);
            units.add(new UnitState(commune, "Xã " + prefix + c, List.of(), UnitKind.COMMUNE, PROVINCE.unit("tinh"), commune, PROVINCE.unit("tinh"), false, true));
            for (int u = 1; u < below; u++) {
                units.add(new UnitState(new UnitId(prefix + c + "." + u), "Thôn " + u, List.of("T" + u), UnitKind.VILLAGE, commune, commune,
                        PROVINCE.unit("tinh"), false, true));
            }
        }
        var admin = administrator();
        long started = System.nanoTime();
        assertThat(imported(take(admin, new Organisation.Directory(units, List.of(), List.of()))).units()).isEqualTo(units.size());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"units\":", "{\"units\":5}"})
    void what_is_no_directory_is_unreadable(String body) {
        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator()).contentType(MediaType.APPLICATION_JSON)
                .body(body).exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("BODY_UNREADABLE");
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    private RestTestClient.ResponseSpec take(String token, Object directory) {
        return http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON)
                .body(directory).exchange();
    }

    private static Organisation.Imported imported(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isOk().expectBody(Organisation.Imported.class).returnResult().getResponseBody());
    }

    private static Map<String, Object> unit(String id, String name, String kind, String parent, String commune) {
        return Map.of("id", id, "name", name, "kind", kind, "parent", parent, "commune", commune, "province", "pl-tinh");
    }

    private static Map<String, Object> with(Map<String, Object> unit, String field, Object value) {
        var changed = new LinkedHashMap<>(unit);
        changed.put(field, value);
        return changed;
    }
}
