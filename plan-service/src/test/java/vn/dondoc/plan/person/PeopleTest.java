package vn.dondoc.plan.person;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.PersonEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People are invited, named, reached, corrected and forgotten; who may not know them does not. */
class PeopleTest extends PlanServiceTest {

    private static final String CONSOLE = TestIssuer.service("console");
    private static final String NOTIFICATION = TestIssuer.service("notification");

    @Autowired MongoTemplate mongo;
    @Autowired DomainClock clock;
    @Autowired PeopleUpkeep upkeep;
    @Autowired PersonalDataSettings settings;

    @AfterEach
    void theClockIsRight() {
        clock.shiftTo(Duration.ZERO);
    }

    @Test
    void whoever_is_invited_fills_the_position_and_is_known_by_contact_and_identity() {
        var phone = phone();
        var place = vacant("xa1.thon1", Role.VILLAGE_HEAD);
        var invited = invited(standing(), place, "Lương Thị Hà", phone, null);
        var other = vacant("xa1.kinhte", Role.OFFICER);
        var again = invited(administrator(), other, "Lương Thị Hà", phone.replaceFirst("0", "+84 "), null);
        assertThat(again.person()).isEqualTo(invited.person());

        assertThat(read("/api/organisation/positions/" + place, administrator(), Organisation.Place.class).holder()).isEqualTo(invited.person());
        assertThat(identified(new People.Identified(null, phone)).expectStatus().isOk().expectBody(People.Known.class).returnResult().getResponseBody())
                .isEqualTo(new People.Known(invited.person()));
        identified(new People.Identified(null, phone())).expectStatus().isNotFound();
        var identity = new People.Identity("https://sso.example", "ha-" + phone);
        identified(new People.Identified(identity, null)).expectStatus().isNotFound();
        call("PUT", "/api/people/" + invited.person() + "/identities", CONSOLE, identity).expectStatus().isOk();
        call("PUT", "/api/people/" + invited.person() + "/identities", CONSOLE, identity).expectStatus().isOk();
        identified(new People.Identified(identity, null)).expectStatus().isOk();
        var stranger = invited(administrator(), vacant("xa1.kinhte", Role.OFFICER), "Người Khác", phone(), null);
        call("PUT", "/api/people/" + stranger.person() + "/identities", CONSOLE, identity).expectStatus().isEqualTo(409);

        vacate(place);
        identified(new People.Identified(null, phone)).expectStatus().isOk();
        vacate(other);
        identified(new People.Identified(null, phone)).expectStatus().isNotFound();
    }

    @Test
    void only_those_invite_who_may_and_only_to_what_is_vacant() {
        var place = vacant("xa1.thon1", Role.VILLAGE_HEAD);
        var wanted = new People.InvitationWanted(place, "Lương Thị Hà", phone(), null);
        invite(PROVINCE.token("xa1.kinhte", Role.UNIT_HEAD), wanted).expectStatus().isForbidden();
        invite(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), wanted).expectStatus().isNotFound();
        invite(ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR), wanted).expectStatus().isNotFound();
        var leader = vacant("xa1", Role.COMMUNE_LEADER);
        invite(standing(), new People.InvitationWanted(leader, "Chủ tịch", phone(), null)).expectStatus().isForbidden();
        invite(standing(), new People.InvitationWanted(place, " ", "12", "a@b")).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[*].code").value(List.class, codes -> assertThat(codes).containsExactlyInAnyOrder("PERSON_NAME", "PHONE_BROKEN", "EMAIL_BROKEN"));
        invite(standing(), new People.InvitationWanted(place, "Hà", null, null)).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].code").isEqualTo("CONTACT_MISSING");
        invite(standing(), wanted).expectStatus().isCreated();
        invite(standing(), new People.InvitationWanted(place, "Người Khác", phone(), null)).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("POSITION_HELD");
    }

    @Test
    void a_link_shows_who_invites_to_what_until_it_ends_and_nothing_personal_leaves_by_events() {
        var phone = phone();
        var place = vacant("xa1.thon1", Role.VILLAGE_HEAD);
        var invited = invited(standing(), place, "Trần Văn Khoa", phone, null);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation-event", one -> one.type().equals("PersonInvited")))
                .extracting(one -> one.as(PersonEvent.PersonInvited.class)).contains(new PersonEvent.PersonInvited(invited.invitation(), place, PROVINCE.unit("xa1"))));
        assertThat(topics.read("dondoc.organisation-event", _ -> true)).noneMatch(one -> new String(one.data(), StandardCharsets.UTF_8).contains("Trần Văn Khoa"));

        var link = link(invited);
        assertThat(link.phone()).isEqualTo("+84" + phone.substring(1));
        assertThat(link.name()).isEqualTo("Trần Văn Khoa");
        var other = link(invited);
        assertThat(other.secret()).isNotEqualTo(link.secret());
        for (var secret : List.of(link.secret(), other.secret())) {
            var opened = Objects.requireNonNull(open(secret).expectStatus().isOk().expectBody(People.InvitationOpened.class).returnResult().getResponseBody());
            assertThat(opened.person()).isEqualTo(invited.person());
            assertThat(opened.unitName()).isEqualTo("Thôn Một");
            assertThat(opened.communeName()).isEqualTo("Xã Thượng Thử");
            assertThat(opened.contactMasked()).contains("•").endsWith(phone.substring(7)).doesNotContain(phone.substring(2, 7));
        }
        open(link.secret() + "x").expectStatus().isNotFound();
        call("POST", "/api/people/invitations/" + invited.invitation() + "/reminder", standing(), null).expectStatus().isOk();
        call("POST", "/api/people/invitations/" + invited.invitation() + "/reminder", PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), null).expectStatus().isNotFound();
        identified(new People.Identified(null, phone)).expectStatus().isOk();
        call("POST", "/api/people/invitations/" + invited.invitation() + "/reminder", standing(), null).expectStatus().isOk();
        get("/api/people/me", TestIssuer.token(invited.person())).expectStatus().isOk();
        call("POST", "/api/people/invitations/" + invited.invitation() + "/reminder", standing(), null).expectStatus().isOk();
        call("POST", "/api/people/me/acceptance", TestIssuer.token(invited.person()), null).expectStatus().isOk();
        call("POST", "/api/people/me/acceptance", TestIssuer.token(invited.person()), null).expectStatus().isOk();
        call("POST", "/api/people/invitations/" + invited.invitation() + "/reminder", standing(), null).expectStatus().isEqualTo(409);
        assertThat(get("/api/people/invitations", standing()).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains(invited.invitation().value()).doesNotContain("Khoa");
        vacate(place);
        open(link.secret()).expectStatus().isEqualTo(410);
        assertThat(stored()).doesNotContain(link.secret(), "Trần Văn Khoa", phone.substring(1));
    }

    @Test
    void names_are_seen_where_positions_are_and_contacts_by_those_who_reach_people() {
        var phone = phone();
        var invited = invited(administrator(), vacant("xa1.kinhte", Role.OFFICER), "Đỗ Thị Mận", phone, "man." + UUID.randomUUID() + "@xa.example");
        var neighbour = PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD);
        var outside = PROVINCE.token("xa2", Role.COMMUNE_LEADER);
        assertThat(names(neighbour, invited.person())).extracting(People.Name::name).containsExactly("Đỗ Thị Mận");
        assertThat(names(outside, invited.person())).isEmpty();
        var path = "/api/people/" + invited.person();
        get(path, neighbour).expectStatus().isNotFound();
        get(path, outside).expectStatus().isNotFound();
        get(path + "?reason=urging", PROVINCE.token("xa1.kinhte", Role.UNIT_HEAD)).expectStatus().isOk();
        get(path + "?reason=curious", standing()).expectStatus().isBadRequest();
        var seen = read(path + "?reason=urging", standing(), People.Person.class);
        assertThat(seen.phone()).isEqualTo("+84" + phone.substring(1));
        assertThat(seen.mayCorrect()).isFalse();
        get(path + "/data", standing()).expectStatus().isNotFound();

        call("POST", "/api/people/contacts", standing(), new People.Asked(List.of(invited.person()), People.Reason.SENDING)).expectStatus().isForbidden();
        call("POST", "/api/people/contacts", CONSOLE, new People.Asked(List.of(invited.person()), People.Reason.SENDING)).expectStatus().isForbidden();
        call("POST", "/api/people/contacts", NOTIFICATION, new People.Asked(List.of(invited.person(), new PersonId("nobody")), People.Reason.SENDING)).expectStatus().isOk()
                .expectBody().jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].name").isEqualTo("Đỗ Thị Mận");

        var self = TestIssuer.token(invited.person());
        var mine = read("/api/people/me", self, People.Held.class);
        assertThat(mine.positions()).hasSize(1);
        assertThat(mine.readings()).extracting(People.Reading::deed, People.Reading::reason, People.Reading::service).contains(
                org.assertj.core.groups.Tuple.tuple(People.Deed.READ, People.Reason.SENDING, "notification"),
                org.assertj.core.groups.Tuple.tuple(People.Deed.READ, People.Reason.URGING, null),
                org.assertj.core.groups.Tuple.tuple(People.Deed.READ, People.Reason.DIRECTORY, null),
                org.assertj.core.groups.Tuple.tuple(People.Deed.ENTERED, People.Reason.INVITATION, null));
        assertThat(mine.readings()).filteredOn(one -> one.reason() == People.Reason.URGING).extracting(People.Reading::position)
                .contains("commune-standing xa1.vhxh · Phòng Văn hóa - Xã hội");
        get(path + "/readings", self).expectStatus().isOk();
        get(path + "/readings", administrator()).expectStatus().isOk();
        get(path + "/readings", standing()).expectStatus().isNotFound();
        get("/api/people/me", outside).expectStatus().isOk().expectBody().jsonPath("$.phone").doesNotExist();
        assertThat(stored()).doesNotContain("Đỗ Thị Mận", "man.", phone.substring(1));
    }

    @Test
    void the_person_sets_its_data_right_and_others_cannot_take_its_contact() {
        var phone = phone();
        var invited = invited(administrator(), vacant("xa2.kinhte", Role.OFFICER), "Đỗ Thị Mân", phone, null);
        var self = TestIssuer.token(invited.person());
        var path = "/api/people/" + invited.person();
        var version = read(path, self, People.Person.class).version();
        correct(path, self, version + 5, new People.Correction("Đỗ Thị Mận", phone, null)).expectStatus().isEqualTo(412);
        correct(path, self, version, new People.Correction("Đỗ Thị Mận", phone, "man." + phone + "@xa.example")).expectStatus().isOk().expectBody()
                .jsonPath("$.name").isEqualTo("Đỗ Thị Mận").jsonPath("$.version").isEqualTo((int) version + 1);
        correct(path, standing(), version + 1, new People.Correction("Kẻ Khác", phone, null)).expectStatus().isNotFound();
        var other = invited(administrator(), vacant("xa2.kinhte", Role.OFFICER), "Hồ Văn Bình", phone(), null);
        var otherPath = "/api/people/" + other.person();
        correct(otherPath, administrator(), read(otherPath, administrator(), People.Person.class).version(), new People.Correction("Hồ Văn Bình", phone, null))
                .expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("CONTACT_TAKEN");
        var imported = "/api/people/" + PROVINCE.person("xa2.thon1", Role.VILLAGE_HEAD);
        correct(imported, administrator(), 0, new People.Correction("Trưởng Thôn", null, null)).expectStatus().isOk();
    }

    @Test
    void what_is_erased_is_gone_and_the_id_stays() {
        var phone = phone();
        var place = vacant("xa1.thon1", Role.VILLAGE_HEAD);
        var invited = invited(administrator(), place, "Nguyễn Văn Quên", phone, null);
        var path = "/api/people/" + invited.person() + "/erasure";
        var reason = new People.Erasure("Đã nghỉ, đề nghị xóa");
        call("POST", path, administrator(), reason).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("PERSON_HOLDS_POSITION");
        vacate(place);
        call("POST", path, administrator(), new People.Erasure(" ")).expectStatus().isBadRequest();
        call("POST", path, ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR), reason).expectStatus().isNotFound();
        call("POST", path, administrator(), reason).expectStatus().isOk().expectBody().jsonPath("$.erased").isEqualTo(true).jsonPath("$.name").doesNotExist();
        var after = read("/api/people/" + invited.person() + "/data", administrator(), People.Held.class);
        assertThat(after.phone()).isNull();
        assertThat(after.readings()).extracting(People.Reading::deed).contains(People.Deed.ERASED);
        assertThat(Objects.requireNonNull(mongo.getCollection("people").find(new Document("_id", invited.person().value())).first()))
                .doesNotContainKeys("name", "phone", "lookUps", "key");
        assertThat(invited(administrator(), place, "Người Mới", phone, null).person()).isNotEqualTo(invited.person());
    }

    @Test
    void time_erases_whoever_held_no_position_for_long_and_a_new_key_seals_all() {
        var phone = phone();
        var place = vacant("xa1.thon1", Role.VILLAGE_HEAD);
        var invited = invited(administrator(), place, "Nguyễn Thị Lâu", phone, null);
        vacate(place);
        upkeep.round();
        assertThat(read("/api/people/" + invited.person() + "/data", administrator(), People.Held.class).until()).isEqualTo(clock.today().plusDays(730));
        clock.shiftTo(Duration.ofDays(729));
        upkeep.round();
        assertThat(read("/api/people/" + invited.person() + "/data", administrator(), People.Held.class).name()).isEqualTo("Nguyễn Thị Lâu");

        clock.shiftTo(Duration.ZERO);
        var both = PersonalKeys.read("zz:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY=," + RealPartsInitializer.PERSONAL_DATA_KEYS);
        var rotated = new StoredPeople(mongo, both);
        var found = rotated.find(invited.person()).orElseThrow();
        assertThat(rotated.write(found)).isEqualTo(StoredPeople.Written.DONE);
        assertThat(stored()).contains("zz");
        assertThat(rotated.reachedBy(List.of(Contact.Phone.read(phone).orElseThrow()))).extracting(Person::id).containsExactly(invited.person());
        var back = new StoredPeople(mongo, PersonalKeys.read(RealPartsInitializer.PERSONAL_DATA_KEYS + ",zz:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY="));
        new PeopleUpkeep(back, posts, new Readings(mongo, java.time.Clock.systemUTC()), settings, clock).round();
        assertThat(mongo.getCollection("people").countDocuments(new Document("key", "zz"))).isZero();

        clock.shiftTo(Duration.ofDays(730));
        upkeep.round();
        assertThat(read("/api/people/" + invited.person() + "/data", administrator(), People.Held.class).name()).isNull();
    }

    @Autowired vn.dondoc.plan.organisation.Posts posts;

    private PositionId vacant(String unit, Role role) {
        var id = "pp-" + UUID.randomUUID();
        http.put().uri("/api/organisation/positions/" + id).header("Authorization", "Bearer " + administrator()).header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON).body(new Organisation.PlaceWanted(PROVINCE.unit(unit), "Chức danh", role, null, null)).exchange().expectStatus().isOk();
        return new PositionId(id);
    }

    private void vacate(PositionId id) {
        var place = read("/api/organisation/positions/" + id, administrator(), Organisation.Place.class);
        http.put().uri("/api/organisation/positions/" + id).header("Authorization", "Bearer " + administrator()).header("If-Match", "\"" + place.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(new Organisation.PlaceWanted(new UnitId(place.unit().value()), place.title(), place.role(), null, null)).exchange()
                .expectStatus().isOk();
    }

    private People.Invited invited(String token, PositionId place, String name, @Nullable String phone, @Nullable String email) {
        var invited = Objects.requireNonNull(invite(token, new People.InvitationWanted(place, name, phone, email)).expectStatus().isCreated()
                .expectBody(People.Invited.class).returnResult().getResponseBody());
        // Whoever holds it is known to the copies a moment later
        await().atMost(LIMIT).untilAsserted(() -> get("/api/organisation/me", TestIssuer.token(invited.person())).expectStatus().isOk());
        return invited;
    }

    private RestTestClient.ResponseSpec invite(String token, People.InvitationWanted wanted) {
        return http.post().uri("/api/people/invitations").header("Authorization", "Bearer " + token).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON).body(wanted).exchange();
    }

    private People.InvitationLink link(People.Invited invited) {
        return Objects.requireNonNull(call("POST", "/api/people/invitations/" + invited.invitation() + "/link", NOTIFICATION, null).expectStatus().isCreated()
                .expectBody(People.InvitationLink.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec open(String secret) {
        return call("POST", "/api/people/invitations/opened", CONSOLE, new People.InvitationSecret(secret));
    }

    private RestTestClient.ResponseSpec identified(People.Identified body) {
        return call("POST", "/api/people/identified", CONSOLE, body);
    }

    private List<People.Name> names(String token, PersonId person) {
        return Objects.requireNonNull(call("POST", "/api/people/names", token, new People.NamesAsked(List.of(person))).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<List<People.Name>>() {}).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec correct(String path, String token, long version, People.Correction body) {
        return http.put().uri(path).header("Authorization", "Bearer " + token).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private RestTestClient.ResponseSpec call(String method, String path, String token, @Nullable Object body) {
        var call = http.method(org.springframework.http.HttpMethod.valueOf(method)).uri(path).header("Authorization", "Bearer " + token);
        return body == null ? call.exchange() : call.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    /** All that lies in the database, as text. */
    private String stored() {
        var all = new StringBuilder();
        mongo.getCollectionNames().forEach(name -> mongo.getCollection(name).find().forEach(one -> all.append(one.toJson())));
        return all.toString();
    }

    private static String phone() {
        return "09" + String.format("%08d", Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L));
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
