package vn.dondoc.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Place;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.testing.AccessMatrix;
import vn.dondoc.testing.AccessProbe;
import vn.dondoc.testing.AccessProbe.Sent;
import vn.dondoc.testing.AccessStages;
import vn.dondoc.testing.OperationProbes;
import vn.dondoc.testing.RolesTable;
import vn.dondoc.testing.Seats;
import vn.dondoc.testing.Seats.Seat;
import vn.dondoc.testing.Seats.Spot;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.WritingCall.Content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every call of the service in every role and place, also after a position was given to another and after a unit was merged. */
class AccessMatrixTest extends PlanServiceTest {

    private static final UnitId FURTHER = ROLES.unit("xa1.thon2");
    private static final UnitId BELOW = ROLES.unit("xa1.kinhte.to1");

    private final Seats seats = new Seats(ROLES, ELSEWHERE);
    private final Map<String, String> made = new ConcurrentHashMap<>();

    @Autowired MongoTemplate mongo;
    @Autowired Processes processes;
    @Autowired List<ProcessKind> kinds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @BeforeAll
    void everySeatIsTaken() {
        var commune = ROLES.unit("xa1");
        taken(ROLES, List.of(
                new UnitState(FURTHER, "Thôn Hai", List.of(), UnitKind.VILLAGE, commune, commune, ROLES.unit("tinh"), false, true),
                new UnitState(BELOW, "Tổ Một", List.of(), UnitKind.OTHER, ROLES.unit("xa1.kinhte"), commune, ROLES.unit("tinh"), false, true)), seats.further());
        AccessStages.transfer(seats, position -> taken(ROLES, List.of(), List.of(position)), this::isKnown,
                known -> await().atMost(LIMIT).untilAsserted(known::run));
        made.put("draft", drafted(ROLES.token("xa1.vhxh", Role.COMMUNE_STANDING), "ke-hoach.txt", utf8(document())).id().value());
        var published = copy("drafts", made.get("draft"), new Document());
        made.put("plan", Objects.requireNonNull(publish(ROLES.token("xa1.vhxh", Role.COMMUNE_STANDING), published).expectStatus().isCreated()
                .expectBody(Plans.Plan.class).returnResult().getResponseBody()).summary().id().value());
    }

    @Test
    void the_page_of_roles_says_what_the_handlers_declare() {
        RolesTable.isOnThePage("plan", matrix().table());
    }

    @Test
    void every_call_is_answered_as_declared_in_every_role_and_place_and_again_after_a_transfer_and_a_merger() {
        var matrix = matrix();
        matrix.strangers(seats).isAsDeclared();
        matrix.everybody(seats).isAsDeclared();
        matrix.readers(seats, List.of(seats.afterTransfer())).isAsDeclared();
        onlyAdministratorsImport();
        matrix.nothingLeaks(seats, searches()).isAsDeclared();

        made.keySet().removeIf(key -> key.contains(" "));
        post("/api/organisation/units/" + ROLES.unit("xa1.kinhte") + "/merger", administrator(ROLES), new Organisation.Merger(ROLES.unit("xa1.congan")))
                .expectStatus().is2xxSuccessful();
        var police = plan("merged", new Spot(ROLES, "xa1", "xa1.congan"));
        await().atMost(LIMIT).untilAsserted(() -> get("/api/plans/" + police, seats.merged().afterTransfer().token()).expectStatus().isOk());
        get("/api/plans", ROLES.token("xa1.kinhte", Role.UNIT_HEAD)).expectStatus().isForbidden();
        // The drafts name the unit that ended, and are not ready any more
        matrix.everybodyBut(seats.merged(), Set.of("POST /api/plans/drafts/{id}/publication", "POST /api/plans/{id}/amendments")).isAsDeclared();
        matrix.readers(seats.merged(), List.of(seats.merged().afterTransfer())).isAsDeclared();
    }

    /** The setup token is another proof, so that the handler itself has to refuse everybody else. */
    private void onlyAdministratorsImport() {
        for (var seat : seats.all()) {
            var administrates = seat.role() == Role.PROVINCE_ADMINISTRATOR || seat.role() == Role.COMMUNE_ADMINISTRATOR;
            var answer = post("/api/organisation/import", seat.token(), new Organisation.Directory(List.of(), List.of(), List.of()));
            assertThat(answer.returnResult(String.class).getStatus().value()).as(seat.name()).isEqualTo(administrates ? 200 : 403);
        }
    }

    /** For what lies where others see nothing; and what the scraper of metrics reads. */
    private List<String> searches() {
        var other = ROLES.unit("xa2");
        return List.of(
                "/api/plans?limit=200", "/api/plans?commune=" + other, "/api/plans/drafts?limit=200", "/api/directives?limit=200", "/api/directives?q=huongcau",
                "/api/directives?unit=" + ELSEWHERE.unit("xa1.kinhte"), "/api/proceedings?limit=200", "/api/proceedings?q=suonggio", "/api/proceedings?commune=" + other,
                "/api/organisation/units?limit=200", "/api/organisation/units?commune=" + other, "/api/organisation/positions?limit=200&area=" + ELSEWHERE.unit("xa1"),
                "/api/organisation/bodies?limit=200&area=" + other, "/actuator/prometheus", "/actuator/health");
    }

    private boolean isKnown(PersonId person) {
        return get("/api/plans", TestIssuer.token(person)).returnResult(String.class).getStatus().is2xxSuccessful();
    }

    private AccessMatrix matrix() {
        var probes = new HashMap<>(OperationProbes.of(mongo, "plan-service"));
        for (var whole : List.of("/api/organisation/units", "/api/organisation/positions", "/api/organisation/bodies",
                "/api/organisation/directory", "/api/organisation/directory/workbook", "/api/plans", "/api/plans/drafts", "/api/plans/annex-form",
                "/api/directives", "/api/directives/addressees", "/api/proceedings")) {
            probes.put("GET " + whole, AccessProbe.of(whole));
        }
        directory(probes);
        changes(probes);
        drafts(probes);
        plans(probes);
        directives(probes);
        proceedings(probes);
        people(probes);
        return new AccessMatrix("http://127.0.0.1:" + port, mapping, probes);
    }

    // --- the directory

    private void directory(Map<String, AccessProbe> probes) {
        probes.put("GET /api/organisation/units/{id}", (_, _, spot) -> Sent.to("/api/organisation/units/" + spot.unitId()));
        probes.put("GET /api/organisation/positions/{id}", (_, _, spot) -> Sent.to("/api/organisation/positions/" + positionIn(spot)));
        probes.put("PUT /api/organisation/positions/{id}", (_, _, spot) -> Sent.to("/api/organisation/positions/mq-p-" + UUID.randomUUID(),
                new Organisation.PlaceWanted(spot.unitId(), "Chuyên viên", spot.commune() == null ? Role.PROVINCE_VIEWER : Role.OFFICER, null, null)).at(() -> 0));
        probes.put("PUT /api/organisation/positions/{id}/absence", (seat, place, spot) -> {
            var position = place == Place.OWN_UNIT ? seat.position() : positionIn(spot);
            return place != Place.OWN_UNIT && position.equals(seat.position()) ? null : Sent.to("/api/organisation/positions/" + position + "/absence",
                    new Organisation.AbsenceWanted(new Absence(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 3), null))).at(version("positions", position.value()));
        });
        probes.put("GET /api/organisation/bodies/{id}", ofArea((_, spot) -> Sent.to("/api/organisation/bodies/" + body(spot))));
        probes.put("PUT /api/organisation/bodies/{id}", ofArea((_, spot) -> Sent.to("/api/organisation/bodies/mq-b-" + UUID.randomUUID(), bodyOf(spot)).at(() -> 0)));
        probes.put("GET /api/organisation/settings/{id}", ofArea((_, spot) -> Sent.to("/api/organisation/settings/" + area(spot))));
        probes.put("PUT /api/organisation/settings/{id}", ofArea((_, spot) -> {
            var path = "/api/organisation/settings/" + area(spot);
            return Sent.to(path, new Organisation.SettingsWanted(null, List.of(), List.of(), null, null, 40, null))
                    .at(() -> read(path, administrator(spot.of()), Organisation.Settings.class).version());
        }));
        var calendar = "/api/organisation/calendars/{id}/{year}";
        probes.put("GET " + calendar, ofProvince(path -> Sent.to(path)));
        probes.put("PUT " + calendar, ofProvince(path -> Sent.to(path, new Organisation.CalendarWanted(
                List.of(new Organisation.CalendarDay(LocalDate.of(2031, 1, 1), false, null)), "Thông báo")).at(() ->
                        read(path, administrator(path.contains("/mq-") ? ROLES : ELSEWHERE), Organisation.Calendar.class).version())));
        probes.put("POST " + calendar + "/rows", ofProvince(path -> Sent.to(path + "/rows", file("1/1/2031;nghỉ"))));
        probes.put("GET /api/organisation/processes/{id}", ofArea((_, spot) -> Sent.to("/api/organisation/processes/" + process(spot))));
        probes.put("POST /api/organisation/import/workbooks", AccessProbe.of("/api/organisation/import/workbooks", workbook()));
        probes.put("POST /api/organisation/import/workbooks/{id}/confirmation", (seat, _, _) ->
                Sent.to("/api/organisation/import/workbooks/" + preview(seat) + "/confirmation"));
    }

    private void changes(Map<String, AccessProbe> probes) {
        probes.put("POST /api/organisation/units/{id}/changes", ofArea((_, spot) -> Sent.to("/api/organisation/units/" + fresh(spot) + "/changes",
                new Organisation.ChangeWanted("rename", null, "Tên mới " + UUID.randomUUID(), null, null, List.of()))));
        probes.put("POST /api/organisation/changes/{id}/withdrawal", ofArea((_, spot) -> {
            var planned = new Organisation.ChangeWanted("rename", LocalDate.now(vn.dondoc.platform.time.DomainClock.ZONE).plusDays(200), "Về sau", null, null, List.of());
            var change = Objects.requireNonNull(post("/api/organisation/units/" + fresh(spot) + "/changes", administrator(spot.of()), planned)
                    .expectStatus().isCreated().expectBody(Organisation.Change.class).returnResult().getResponseBody());
            return Sent.to("/api/organisation/changes/" + change.id() + "/withdrawal").at(change::version);
        }));
        probes.put("POST /api/organisation/units/{id}/merger", ofArea((_, spot) -> Sent.to("/api/organisation/units/" + fresh(spot) + "/merger",
                new Organisation.Merger(fresh(spot)))));
    }

    // --- people

    private void people(Map<String, AccessProbe> probes) {
        probes.put("POST /api/people/names", AccessProbe.of("/api/people/names", new People.NamesAsked(List.of())));
        probes.put("GET /api/people/invitations", AccessProbe.of("/api/people/invitations"));
        probes.put("POST /api/people/invitations", (_, _, spot) -> Sent.to("/api/people/invitations", wanted(vacant(spot))));
        probes.put("POST /api/people/invitations/{id}/reminder", (_, _, spot) -> {
            var id = invited(spot, vacant(spot)).invitation().value();
            return Sent.to("/api/people/invitations/" + id + "/reminder").at(version("invitations", id));
        });
        probes.put("POST /api/people/{id}/erasure", (_, _, spot) -> {
            var position = vacant(spot);
            var person = invited(spot, position).person();
            taken(spot.of(), List.of(), List.of(officer(position, spot)));
            return Sent.to("/api/people/" + person + "/erasure", new People.Erasure("Theo yêu cầu"));
        });
        probes.put("POST /api/organisation/communes", (_, _, _) -> Sent.to("/api/organisation/communes",
                new Organisation.CommuneWanted(UnitKind.COMMUNE, "Xã mới " + UUID.randomUUID(), false)));
        probes.put("POST /api/organisation/units/{id}/villages", ofCommune((_, spot) -> Sent.to("/api/organisation/units/" + spot.communeId() + "/villages",
                new Organisation.VillagesWanted("Thôn Đồng Mới", false))));
    }

    private PositionId vacant(Spot spot) {
        var position = new PositionId("mq-v-" + UUID.randomUUID());
        taken(spot.of(), List.of(), List.of(officer(position, spot)));
        return position;
    }

    private static PositionState officer(PositionId position, Spot spot) {
        return new PositionState(position, spot.unitId(), "Chuyên viên", Role.OFFICER, null, null);
    }

    private static People.InvitationWanted wanted(PositionId position) {
        return new People.InvitationWanted(position, "Nguyễn Thị Mới", null, "moi-" + UUID.randomUUID() + "@example.vn");
    }

    private People.Invited invited(Spot spot, PositionId position) {
        return Objects.requireNonNull(post("/api/people/invitations", administrator(spot.of()), wanted(position)).expectStatus().isCreated()
                .expectBody(People.Invited.class).returnResult().getResponseBody());
    }

    // --- drafts and plans, which are of a commune

    private void drafts(Map<String, AccessProbe> probes) {
        var draft = "/api/plans/drafts/{id}";
        probes.put("POST /api/plans/drafts", ofCommune((_, spot) -> Sent.to("/api/plans/drafts", file(document(), spot.communeId().value()))));
        for (var what : List.of("", "/source", "/relations", "/export")) {
            probes.put("GET " + draft + what, ofCommune((_, spot) -> Sent.to("/api/plans/drafts/" + draft("read", spot) + what)));
        }
        probes.put("PATCH " + draft, ofDraft("", seat -> Content.patch(Map.of("content", Map.of("recipients", List.of("Lưu: VT"))))));
        probes.put("POST " + draft + "/acts", ofDraft("/acts", _ -> Content.json(new DraftAct.SettleName("các thôn", List.of(ROLES.unit("xa1.thon1")), null, false))));
        probes.put("POST " + draft + "/annexes", ofDraft("/annexes", _ -> file(document().replace("Lắp đặt màn hình", "Sơn lại cổng chào"))));
        probes.put("POST " + draft + "/publication", ofCommune((seat, spot) -> Sent.to("/api/plans/drafts/" + draft("publish " + seat.name(), spot) + "/publication")));
    }

    private AccessProbe ofDraft(String what, java.util.function.Function<Seat, Content> body) {
        return ofCommune((seat, spot) -> {
            var id = draft(what + " " + seat.name(), spot);
            return Sent.to("/api/plans/drafts/" + id + what, body.apply(seat)).at(version("drafts", id));
        });
    }

    private void plans(Map<String, AccessProbe> probes) {
        var plan = "/api/plans/{id}";
        for (var what : List.of("", "/relations", "/export")) {
            probes.put("GET " + plan + what, (_, _, spot) -> spot.commune() == null ? null : Sent.to("/api/plans/" + plan("read", spot) + what));
        }
        probes.put("PUT " + plan + "/parent", ofCommune((seat, spot) -> {
            var id = plan("parent", spot);
            return Sent.to("/api/plans/" + id + "/parent", new Amendments.Parent(null)).at(version("plans", id));
        }));
        probes.put("PUT " + plan + "/programme", ofCommune((seat, spot) -> {
            var id = plan("programme", spot);
            return Sent.to("/api/plans/" + id + "/programme", new Amendments.Programme("NQ 57", "Thực hiện NQ 57")).at(version("plans", id));
        }));
        probes.put("GET " + plan + "/closing", ofCommune((_, spot) -> Sent.to("/api/plans/" + plan("read", spot) + "/closing")));
        probes.put("POST " + plan + "/closing", ofCommune((seat, spot) -> {
            var id = plan("close " + seat.name(), spot);
            return Sent.to("/api/plans/" + id + "/closing", new Closings.Wanted(List.of(), "cancel", "Hết năm", null, null)).at(version("plans", id));
        }));
        probes.put("GET " + plan + "/comparison", ofCommune((_, spot) ->
                Sent.to("/api/plans/" + plan("read", spot) + "/comparison?scope=annex&draft=" + draft("read", spot))));
        probes.put("POST " + plan + "/amendments", ofCommune((seat, spot) -> {
            var id = plan("amend " + seat.name(), spot);
            var later = draft("amend " + seat.name(), spot);
            var compared = read("/api/plans/" + id + "/comparison?scope=annex&draft=" + later, spot.standing(), Amendments.Comparison.class);
            var keys = Stream.concat(compared.tasks().stream().map(Amendments.TaskPair::key), compared.rules().stream().map(Amendments.RulePair::key)).toList();
            return Sent.to("/api/plans/" + id + "/amendments", new Amendments.Choice(compared.draft(), compared.draftVersion(), "annex", keys, List.of()))
                    .at(compared::version);
        }));
    }

    // --- directives, meetings and inspections

    private void directives(Map<String, AccessProbe> probes) {
        probes.put("POST /api/directives", (seat, _, _) -> Sent.to("/api/directives", directive("Dọn kho", switch (seat.role()) {
            case PROVINCE_STANDING -> ROLES.unit("xa1");
            case UNIT_HEAD -> BELOW;
            default -> FURTHER;
        })));
        probes.put("GET /api/directives/{id}", (_, _, spot) -> of(directive("read", spot), id -> Sent.to("/api/directives/" + id)));
        probes.put("POST /api/directives/{id}/addressees", (seat, _, spot) -> of(directive("more " + seat.name(), spot), id -> {
            var more = spot.commune() == null ? ROLES.unit("xa2") : spot.of().unit(spot.commune() + (spot.unit().endsWith("thon1") ? ".congan" : ".thon1"));
            return Sent.to("/api/directives/" + id + "/addressees", new Directives.More(List.of(more))).at(version("directives", id));
        }));
        probes.put("POST /api/directives/{id}/withdrawal", (seat, _, spot) -> of(directive("withdraw " + seat.name(), spot), id ->
                Sent.to("/api/directives/" + id + "/withdrawal", new Directives.Withdrawal(List.of(), "Không cần nữa")).at(version("directives", id))));
    }

    private void proceedings(Map<String, AccessProbe> probes) {
        probes.put("POST /api/proceedings", (seat, _, _) -> Sent.to("/api/proceedings", meeting("Giao ban", seat.role() == Role.PROVINCE_STANDING ? ROLES.unit("xa1") : FURTHER)));
        probes.put("GET /api/proceedings/{id}", (_, _, spot) -> of(proceeding("read", spot), id -> Sent.to("/api/proceedings/" + id)));
        probes.put("PUT /api/proceedings/{id}", (seat, _, spot) -> of(proceeding("rewrite", spot), id ->
                Sent.to("/api/proceedings/" + id, meeting(seats.wordOf(spot), addressee(spot))).at(version("proceedings", id))));
        probes.put("POST /api/proceedings/{id}/directives", (seat, _, spot) -> of(proceeding("give " + seat.name(), spot), id ->
                Sent.to("/api/proceedings/" + id + "/directives", new Proceedings.Points(List.of("k1"))).at(version("proceedings", id))));
        probes.put("POST /api/proceedings/{id}/points/{point}/closing", (seat, _, spot) -> of(proceeding("close " + seat.name(), spot), id ->
                Sent.to("/api/proceedings/" + id + "/points/k1/closing", new Proceedings.PointClosing("Chỉ ghi nhận")).at(version("proceedings", id))));
    }

    /** Whoever gives in that place: its standing unit, or the leaders where it is the commune itself. */
    private static String giver(Spot spot) {
        return spot.commune() == null ? spot.of().token("so", Role.PROVINCE_STANDING) : spot.unit().equals(spot.commune()) ? spot.leader() : spot.standing();
    }

    private static UnitId addressee(Spot spot) {
        return spot.commune() == null ? ROLES.unit("xa1") : spot.unit().equals("xa1") || spot.unit().equals("xa1.vhxh") ? FURTHER : spot.unitId();
    }

    private @Nullable String directive(String use, Spot spot) {
        return spot.commune() == null && !spot.unit().equals("so") ? null : made("directive " + use, spot, () -> Objects.requireNonNull(
                post("/api/directives", giver(spot), directive(seats.wordOf(spot), addressee(spot))).expectStatus().isCreated().expectBody(Directives.Directive.class)
                        .returnResult().getResponseBody()).summary().id().value());
    }

    private @Nullable String proceeding(String use, Spot spot) {
        return spot.commune() == null && !spot.unit().equals("so") ? null : made("proceeding " + use, spot, () -> Objects.requireNonNull(
                post("/api/proceedings", giver(spot), meeting(seats.wordOf(spot), addressee(spot))).expectStatus().isCreated().expectBody(Proceedings.Proceeding.class)
                        .returnResult().getResponseBody()).summary().id().value());
    }

    private static Directives.Wanted directive(String content, UnitId addressee) {
        return new Directives.Wanted(content, null, null, null, null, List.of(addressee));
    }

    private static Proceedings.Wanted meeting(String title, UnitId unit) {
        return new Proceedings.Wanted(ProceedingKind.MEETING, title, null, LocalDate.of(2026, 10, 5), null, null, List.of(), List.of(), List.of(
                new Proceedings.PointWanted("k1", "Việc một", List.of(unit), null, null)));
    }

    // --- where things are

    private interface OfSpot {
        @Nullable Sent of(Seat seat, Spot spot);
    }

    private static @Nullable Sent of(@Nullable String id, java.util.function.Function<String, Sent> sent) {
        return id == null ? null : sent.apply(id);
    }

    /** What is of a commune as a whole. */
    private static AccessProbe ofCommune(OfSpot sent) {
        return (seat, place, spot) -> place == Place.OWN_COMMUNE || place == Place.OTHER_COMMUNE ? sent.of(seat, spot) : null;
    }

    /** The same, and what is of the province. */
    private static AccessProbe ofArea(OfSpot sent) {
        return (seat, place, spot) -> place == Place.OWN_COMMUNE || place == Place.OTHER_COMMUNE || place == Place.PROVINCE ? sent.of(seat, spot) : null;
    }

    private static AccessProbe ofProvince(java.util.function.Function<String, Sent> sent) {
        return (_, place, spot) -> place == Place.PROVINCE || place == Place.OTHER_COMMUNE && spot.of() == ELSEWHERE
                ? sent.apply("/api/organisation/calendars/" + spot.provinceId() + "/2031")
                : null;
    }

    private static UnitId area(Spot spot) {
        return spot.commune() == null ? spot.provinceId() : spot.communeId();
    }

    private static PositionId positionIn(Spot spot) {
        return spot.of().positionId(spot.unit(), switch (spot.unit()) {
            case "tinh" -> Role.PROVINCE_VIEWER;
            case "so" -> Role.PROVINCE_STANDING;
            case "xa1" -> Role.COMMUNE_LEADER;
            case "xa1.vhxh" -> Role.COMMUNE_STANDING;
            case "xa1.thon1" -> Role.VILLAGE_HEAD;
            default -> Role.UNIT_HEAD;
        });
    }

    // --- what is there for each call and spot

    private String made(String use, Spot spot, Supplier<String> make) {
        return made.computeIfAbsent(use + " " + spot.of().unit(spot.unit()), _ -> make.get());
    }

    private String draft(String use, Spot spot) {
        return made("draft " + use, spot, () -> copy("drafts", made.get("draft"), of(spot)));
    }

    /** A plan that names that unit and no other. */
    private String plan(String use, Spot spot) {
        return made("plan " + use, spot, () -> copy("plans", made.get("plan"), of(spot).append("units", List.of(spot.unitId().value())).append("title", seats.wordOf(spot) + " năm 2026")));
    }

    private static Document of(Spot spot) {
        return new Document("province", spot.provinceId().value()).append("commune", spot.communeId().value());
    }

    /** What was made in earnest, once more in another place. */
    private String copy(String collection, @Nullable String id, Document changes) {
        var copy = Objects.requireNonNull(mongo.getCollection(collection).find(new Document("_id", id)).first());
        copy.putAll(changes);
        copy.put("_id", "mq-" + UUID.randomUUID());
        mongo.getCollection(collection).insertOne(copy);
        return copy.getString("_id");
    }

    private LongSupplier version(String collection, String id) {
        return () -> Objects.requireNonNull(mongo.getCollection(collection).find(new Document("_id", id)).first(), id).get("version", Number.class).longValue();
    }

    private String body(Spot spot) {
        return made("body", spot, () -> {
            var id = "mq-b-" + UUID.randomUUID();
            http.put().uri("/api/organisation/bodies/" + id).header("Authorization", "Bearer " + administrator(spot.of())).header("If-Match", "\"0\"")
                    .contentType(MediaType.APPLICATION_JSON).body(bodyOf(spot)).exchange().expectStatus().isOk();
            return id;
        });
    }

    private static Organisation.BodyWanted bodyOf(Spot spot) {
        return new Organisation.BodyWanted("Ban Chỉ đạo", BodyKind.WORKING_GROUP, area(spot), null, null, List.of(), true);
    }

    private String process(Spot spot) {
        return made("process", spot, () -> {
            var wanted = new Wanted("mq-" + UUID.randomUUID(), kinds.getFirst().name(), spot.provinceId(), spot.commune() == null ? null : spot.communeId(),
                    Map.of(), List.of(), null);
            return processes.begin(wanted, Act.bySystem("test", Instant.EPOCH)).orProblem().id();
        });
    }

    /** A unit that nobody knew before. */
    private UnitId fresh(Spot spot) {
        var id = new UnitId("mq-" + UUID.randomUUID());
        var commune = spot.commune() == null ? null : spot.communeId();
        taken(spot.of(), List.of(new UnitState(id, "Đơn vị " + id, List.of(), commune == null ? UnitKind.DEPARTMENT : UnitKind.OFFICE, area(spot), commune,
                spot.provinceId(), false, true)), List.of());
        return id;
    }

    private void taken(TestProvince of, List<UnitState> units, List<PositionState> positions) {
        post("/api/organisation/import", administrator(of), new Organisation.Directory(units, positions, List.of())).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec post(String path, String token, Object body) {
        return http.post().uri(path).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private static String administrator(TestProvince of) {
        return of.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    private String preview(Seat seat) {
        if (seat.role() != Role.PROVINCE_ADMINISTRATOR && seat.role() != Role.COMMUNE_ADMINISTRATOR) {
            return "anybodys";
        }
        return String.valueOf(Objects.requireNonNull(http.post().uri("/api/organisation/import/workbooks").header("Authorization", "Bearer " + seat.token())
                .contentType(MediaType.valueOf(workbook().type())).body(workbook().bytes()).exchange().expectStatus().isOk()
                .expectBody(Organisation.ImportPreview.class).returnResult().getResponseBody()).id());
    }

    private static Content workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            out.write(utf8("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"danh-muc.xlsx\"\r\n\r\n"));
            book.sheet("Đơn vị", List.of("Mã", "Tên", "Loại", "Mã cấp trên"), List.of(10, 10, 10, 10),
                    line -> line.of(List.of("mq-" + UUID.randomUUID(), "Thôn " + UUID.randomUUID(), "Thôn", ROLES.unit("xa1").value())));
            book.to(out);
            out.write(utf8("\r\n--of-parts--\r\n"));
            return new Content("multipart/form-data; boundary=of-parts", out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String document() {
        return Documents.plan("Chuyển đổi số").replace("Đội Thanh niên tình nguyện", "Công an");
    }

    private static Content file(String text) {
        return parts("", text);
    }

    private static Content file(String text, String commune) {
        return parts("--of-parts\r\nContent-Disposition: form-data; name=\"commune\"\r\n\r\n" + commune + "\r\n", text);
    }

    private static Content parts(String before, String text) {
        return new Content("multipart/form-data; boundary=of-parts", utf8(before
                + "--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ke-hoach.txt\"\r\nContent-Type: text/plain\r\n\r\n" + text
                + "\r\n--of-parts--\r\n"));
    }
}
