package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Positions are given and taken, and whoever stands in acts for them; bodies say who takes part. */
class PlaceTest extends PlanServiceTest {

    /** What is promised: everywhere, also for whoever is signed in. */
    private static final Duration EVERYWHERE = Duration.ofSeconds(10);

    @Autowired DomainClock clock;

    @AfterEach
    void theClockIsRight() {
        clock.shiftTo(Duration.ZERO);
    }

    @Test
    void a_grant_and_its_end_hold_within_ten_seconds() {
        var person = TestIssuer.token(new PersonId("pt-nguoi"));
        get("/api/organisation/units", person).expectStatus().isForbidden();
        var place = set("pt-1", 0, wanted("pl-xa1.kinhte", "Chuyên viên", Role.OFFICER, "pt-nguoi"), administrator());
        assertThat(place.holder()).isEqualTo(new PersonId("pt-nguoi"));
        await().atMost(EVERYWHERE).untilAsserted(() -> get("/api/organisation/units", person).expectStatus().isOk());
        put("pt-1", 0, wanted("pl-xa1.kinhte", "Chuyên viên", Role.OFFICER, null), administrator()).expectStatus().isEqualTo(412);
        set("pt-1", place.version(), wanted("pl-xa1.kinhte", "Chuyên viên", Role.OFFICER, null), administrator());
        await().atMost(EVERYWHERE).untilAsserted(() -> get("/api/organisation/units", person).expectStatus().isForbidden());
    }

    @Test
    void whom_no_message_reaches_and_what_nobody_leads_is_told_to_its_own_province() {
        var neighbour = ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        var unreached = found("POSITION_WITHOUT_CONTACT", administrator());
        var headless = found("UNIT_WITHOUT_HEAD", administrator());
        var theirs = found("POSITION_WITHOUT_CONTACT", neighbour) + found("UNIT_WITHOUT_HEAD", neighbour);
        set("pt-unreached", 0, new Organisation.PlaceWanted(PROVINCE.unit("xa2.kinhte"), "Phó phòng không hộp thư", Role.OFFICER, new PersonId("pt-khong-thu"), null, null), administrator());
        var head = PROVINCE.positionId("xa2.congan", Role.UNIT_HEAD);
        var place = read("/api/organisation/positions/" + head, administrator(), Organisation.Place.class);
        set(head.value(), place.version(), new Organisation.PlaceWanted(place.unit(), place.title(), place.role(), null, place.mailbox(), null), administrator());
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(found("POSITION_WITHOUT_CONTACT", administrator())).isGreaterThan(unreached);
            assertThat(found("UNIT_WITHOUT_HEAD", administrator())).isGreaterThan(headless);
        });
        var vacated = found("UNIT_WITHOUT_HEAD", administrator());
        assertThat(found("POSITION_WITHOUT_CONTACT", neighbour) + found("UNIT_WITHOUT_HEAD", neighbour)).as("of another province").isEqualTo(theirs);
        set(head.value(), place.version() + 1, new Organisation.PlaceWanted(place.unit(), place.title(), place.role(), place.holder(), place.mailbox(), null), administrator());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(found("UNIT_WITHOUT_HEAD", administrator())).isLessThan(vacated));
    }

    /** How many of them the service finds for whoever has that token. */
    private long found(String code, String token) {
        var findings = read("/api/operations/plan-service/checks", token, Operations.Checks.class).findings();
        assertThat(findings).extracting(Operations.Finding::code).doesNotContain("CHECK_FAILED");
        return findings.stream().filter(one -> one.code().equals(code)).mapToLong(Operations.Finding::count).sum();
    }

    @Test
    void who_does_not_keep_the_directory_sees_a_position_without_its_holder_and_changes_nothing() {
        var id = PROVINCE.positionId("xa1.kinhte", Role.UNIT_HEAD);
        var neighbour = PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD);
        var seen = read("/api/organisation/positions/" + id, neighbour, Organisation.Place.class);
        assertThat(seen.held()).isTrue();
        assertThat(seen.holder()).isNull();
        assertThat(seen.mailbox()).isNull();
        assertThat(seen.mayTellAbsence()).isFalse();
        // Within the branch its holder is told, so that the name can be asked for
        for (var within : List.of(PROVINCE.token("xa1", Role.COMMUNE_LEADER), PROVINCE.token("xa1.kinhte", Role.OFFICER), PROVINCE.token("tinh", Role.PROVINCE_VIEWER))) {
            var known = read("/api/organisation/positions/" + id, within, Organisation.Place.class);
            assertThat(known.holder()).isEqualTo(PROVINCE.person("xa1.kinhte", Role.UNIT_HEAD));
            assertThat(known.mailbox()).isNull();
        }
        get("/api/organisation/positions/" + id, PROVINCE.token("xa2.thon1", Role.VILLAGE_HEAD)).expectStatus().isNotFound();
        get("/api/organisation/units/pl-xa1.kinhte", ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        put(id.value(), seen.version(), wanted("pl-xa1.kinhte", "Trưởng phòng", Role.UNIT_HEAD, "pt-khac"), neighbour).expectStatus().isForbidden();
        put(id.value(), seen.version(), wanted("pl-xa1.kinhte", "Trưởng phòng", Role.UNIT_HEAD, "pt-khac"), ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR))
                .expectStatus().isNotFound();
        put("pt-9", 0, wanted("pl-xa1.kinhte", "Chủ tịch tỉnh", Role.PROVINCE_STANDING, "pt-khac"), administrator()).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("ROLE_NOT_HERE");
        away(id, seen.version(), null, neighbour).expectStatus().isForbidden();
    }

    @Test
    void a_position_is_for_a_programme_until_somebody_says_otherwise() {
        var scope = new ProgrammeScope("Đề án 06", "Đề án 06");
        var unit = new UnitId("pl-xa1.congan");
        var made = set("pt-06", 0, new Organisation.PlaceWanted(unit, "Theo dõi Đề án 06", Role.COMMUNE_STANDING, null, null, scope), administrator());
        assertThat(made.scope()).isEqualTo(scope);
        assertThat(read("/api/organisation/directory", administrator(), Organisation.Directory.class).positions())
                .filteredOn(position -> position.id().value().equals("pt-06")).singleElement().extracting(PositionState::scope).isEqualTo(scope);
        put("pt-06", made.version(), new Organisation.PlaceWanted(unit, "Theo dõi", Role.COMMUNE_STANDING, null, null, new ProgrammeScope("!!!", null)), administrator())
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("PROGRAMME_BROKEN");
        var wide = new Organisation.PlaceWanted(unit, "Theo dõi Đề án 06", Role.COMMUNE_STANDING, null, null, new ProgrammeScope(" ", null));
        assertThat(set("pt-06", made.version(), wide, administrator()).scope()).isNull();
    }

    @Test
    void whoever_stands_in_acts_on_the_days_of_the_absence() {
        var leader = PROVINCE.positionId("xa2", Role.COMMUNE_LEADER);
        var deputy = PROVINCE.positionId("xa2.kinhte", Role.UNIT_HEAD);
        var deputyToken = PROVINCE.token("xa2.kinhte", Role.UNIT_HEAD);
        var leaderToken = PROVINCE.token("xa2", Role.COMMUNE_LEADER);
        set("pt-admin", 0, wanted("pl-xa2.vhxh", "Quản trị", Role.COMMUNE_ADMINISTRATOR, "pt-quan-tri"), administrator());
        var today = clock.today();
        var version = read("/api/organisation/positions/" + leader, leaderToken, Organisation.Place.class).version();
        away(leader, version, new Absence(today, today.minusDays(1), deputy), leaderToken).expectStatus().isBadRequest();
        away(leader, version, new Absence(today, today.plusDays(5), leader), leaderToken).expectStatus().isBadRequest();
        away(leader, version, new Absence(today, today.plusDays(5), PROVINCE.positionId("xa1.kinhte", Role.UNIT_HEAD)), leaderToken).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("DEPUTY_UNKNOWN");

        var told = Objects.requireNonNull(away(leader, version, new Absence(today, today.plusDays(5), deputy), leaderToken).expectStatus().isOk()
                .expectBody(Organisation.Place.class).returnResult().getResponseBody());
        assertThat(told.awayToday()).isTrue();
        assertThat(told.deputyTitle()).isEqualTo("unit-head xa2.kinhte");
        await().atMost(EVERYWHERE).untilAsserted(() -> get("/api/organisation/me", deputyToken).expectStatus().isOk().expectBody()
                .jsonPath("$.positions[?(@.role=='commune-leader')].deputising").isEqualTo(true)
                .jsonPath("$.positions[?(@.role=='unit-head')].deputising").isEqualTo(false));
        settings(deputyToken).expectStatus().isOk();
        var mine = read("/api/organisation/positions/" + leader, deputyToken, Organisation.Place.class);
        assertThat(mine.mayTellAbsence()).isFalse();
        away(leader, mine.version(), new Absence(today, today.plusDays(50), deputy), deputyToken).expectStatus().isForbidden();

        clock.shiftTo(Duration.ofDays(6));
        get("/api/organisation/me", deputyToken).expectStatus().isOk().expectBody().jsonPath("$.positions.length()").isEqualTo(1);
        settings(deputyToken).expectStatus().isForbidden();
        clock.shiftTo(Duration.ZERO);

        away(leader, told.version(), null, TestIssuer.token(new PersonId("pt-quan-tri"))).expectStatus().isOk();
        await().atMost(EVERYWHERE).untilAsserted(() -> settings(deputyToken).expectStatus().isForbidden());
    }

    @Test
    void a_body_says_who_takes_part_and_follows_the_unit_that_urges() {
        var head = PROVINCE.positionId("xa1", Role.COMMUNE_LEADER);
        var police = PROVINCE.positionId("xa1.congan", Role.UNIT_HEAD);
        var wanted = new Organisation.BodyWanted("Đề án 06", BodyKind.PROGRAMME, PROVINCE.unit("xa1"), null, PROVINCE.unit("xa1.congan"),
                List.of(new BodyState.Member(head, BodyPart.HEAD, null), new BodyState.Member(police, BodyPart.DEPUTY, "Dữ liệu dân cư")), true);
        var body = Objects.requireNonNull(body("pt-de-an-06", 0, wanted, administrator()).expectStatus().isOk()
                .expectBody(Organisation.Body.class).returnResult().getResponseBody());
        assertThat(body.urgingName()).isEqualTo("Công an xã");
        var detail = read("/api/organisation/units/pl-xa1.congan", PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD), Organisation.UnitDetail.class);
        assertThat(detail.bodies()).extracting(Organisation.Body::name).contains("Đề án 06");
        assertThat(detail.mayKeep()).isFalse();

        var twoHeads = new Organisation.BodyWanted("Ban", BodyKind.STEERING_COMMITTEE, PROVINCE.unit("xa1"), null, null,
                List.of(new BodyState.Member(head, BodyPart.HEAD, null), new BodyState.Member(police, BodyPart.HEAD, null)), true);
        body("pt-ban", 0, twoHeads, administrator()).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("HEAD_TWICE");
        var stranger = new Organisation.BodyWanted("Ban", BodyKind.STEERING_COMMITTEE, PROVINCE.unit("xa1"), null, PROVINCE.unit("xa2.congan"),
                List.of(new BodyState.Member(PROVINCE.positionId("xa2", Role.COMMUNE_LEADER), BodyPart.HEAD, null)), true);
        body("pt-ban", 0, stranger, administrator()).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[*].code").value(List.class, codes -> assertThat(codes).contains("UNIT_UNKNOWN", "POSITION_UNKNOWN"));
        body("pt-de-an-06", body.version(), wanted, ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        body("pt-de-an-06", body.version(), wanted, standing()).expectStatus().isForbidden();
        assertThat(get("/api/organisation/bodies?area=pl-xa1", standing()).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains("pt-de-an-06");
        assertThat(get("/api/organisation/bodies?area=pl-xa1", PROVINCE.token("xa2.thon1", Role.VILLAGE_HEAD)).expectStatus().isOk().expectBody(String.class)
                .returnResult().getResponseBody()).doesNotContain("pt-de-an-06");
    }

    private RestTestClient.ResponseSpec settings(String token) {
        return http.put().uri("/api/organisation/settings/pl-xa2").header("Authorization", "Bearer " + token)
                .header("If-Match", "\"" + read("/api/organisation/settings/pl-xa2", token, Organisation.Settings.class).version() + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("staleAfter", 33)).exchange();
    }

    private static Organisation.PlaceWanted wanted(String unit, String title, Role role, @Nullable String holder) {
        return new Organisation.PlaceWanted(new UnitId(unit), title, role, holder == null ? null : new PersonId(holder), null);
    }

    private Organisation.Place set(String id, long version, Organisation.PlaceWanted wanted, String token) {
        return Objects.requireNonNull(put(id, version, wanted, token).expectStatus().isOk().expectBody(Organisation.Place.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec put(String id, long version, Organisation.PlaceWanted wanted, String token) {
        return http.put().uri("/api/organisation/positions/" + id).header("Authorization", "Bearer " + token).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange();
    }

    private RestTestClient.ResponseSpec away(PositionId id, long version, @Nullable Absence absence, String token) {
        return http.put().uri("/api/organisation/positions/" + id + "/absence").header("Authorization", "Bearer " + token).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(new Organisation.AbsenceWanted(absence)).exchange();
    }

    private RestTestClient.ResponseSpec body(String id, long version, Organisation.BodyWanted wanted, String token) {
        return http.put().uri("/api/organisation/bodies/" + id).header("Authorization", "Bearer " + token).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange();
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
