package vn.dondoc.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
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
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Content;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCallTests;
import vn.dondoc.testing.WritingCalls;

/** Every writing call can be repeated, guards its version, and loses nothing to other writers. */
class RepeatedCallsTest extends PlanServiceTest implements WritingCallTests {

    @Autowired MongoTemplate mongo;

    @Override
    public String service() {
        return "plan";
    }

    @Override
    public WritingCalls writingCalls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "plan-service", administrator()));
        all.add(new WritingCall("POST /api/organisation/import", Kind.NOTHING_NEW_AGAIN, () ->
                new Ready("/api/organisation/import", administrator(), Content.json(directory(anyUnit())), null, null)));
        all.add(new WritingCall("POST /api/organisation/units/{id}/merger", Kind.CREATES, this::merger));
        all.add(new WritingCall("POST /api/plans/drafts", Kind.CREATES, () ->
                new Ready("/api/plans/drafts", standing(), file(document()), file(document()), null)));
        all.add(new WritingCall("PATCH /api/plans/drafts/{id}", Kind.CHANGES_ONCE, () -> {
            var draft = draft();
            return new Ready("/api/plans/drafts/" + draft.id(), standing(), recipients("Lưu: VT"), recipients("Các thôn"), draft.version());
        }));
        all.add(new WritingCall("POST /api/plans/drafts/{id}/publication", Kind.CHANGES_ONCE, () ->
                Ready.of("/api/plans/drafts/" + draft().id() + "/publication", standing())));
        all.add(new WritingCall("POST /api/plans/drafts/{id}/acts", Kind.CHANGES_ONCE, () -> {
            var draft = draft();
            return new Ready("/api/plans/drafts/" + draft.id() + "/acts", standing(), Content.json(settled("xa1.thon1")),
                    Content.json(settled("xa1.congan")), draft.version());
        }));
        all.add(new WritingCall("POST /api/plans/drafts/{id}/annexes", Kind.CHANGES_ONCE, () -> {
            var draft = draft();
            return new Ready("/api/plans/drafts/" + draft.id() + "/annexes", standing(), file(document()), file(document()), draft.version());
        }));
        all.add(new WritingCall("POST /api/plans/{id}/amendments", Kind.CHANGES_ONCE, this::amendment));
        all.add(new WritingCall("POST /api/plans/{id}/closing", Kind.CHANGES_ONCE, () -> {
            var path = "/api/plans/" + published().summary().id() + "/closing";
            return new Ready(path, standing(), Content.json(new Closings.Wanted(List.of(), "carry", null, null, null)),
                    Content.json(new Closings.Wanted(List.of(), "cancel", "Hết năm", null, null)), read(path, standing(), Closings.Closing.class).version());
        }));
        all.add(new WritingCall("POST /api/directives", Kind.CREATES, () ->
                Ready.of("/api/directives", standing(), directive("Dọn kho"), directive("Dọn kho, lần hai"))));
        all.add(new WritingCall("POST /api/directives/{id}/addressees", Kind.CHANGES_ONCE, () -> {
            var given = given();
            return new Ready("/api/directives/" + given.summary().id() + "/addressees", standing(),
                    Content.json(new Directives.More(List.of(PROVINCE.unit("xa1.congan")))),
                    Content.json(new Directives.More(List.of(PROVINCE.unit("xa1.thon1")))), given.version());
        }));
        all.add(new WritingCall("POST /api/directives/{id}/withdrawal", Kind.CHANGES_ONCE, () -> {
            var given = given();
            return new Ready("/api/directives/" + given.summary().id() + "/withdrawal", standing(),
                    Content.json(new Directives.Withdrawal(List.of(), "Không cần nữa")),
                    Content.json(new Directives.Withdrawal(List.of(), "Giao nhầm")), given.version());
        }));
        all.add(new WritingCall("POST /api/proceedings", Kind.CREATES, () ->
                Ready.of("/api/proceedings", standing(), meeting("Giao ban"), meeting("Giao ban, lần hai"))));
        all.add(new WritingCall("PUT /api/proceedings/{id}", Kind.CHANGES_ONCE, () -> {
            var written = written();
            return new Ready("/api/proceedings/" + written.summary().id(), standing(), Content.json(meeting("Giao ban tuần")),
                    Content.json(meeting("Giao ban quý")), written.version());
        }));
        all.add(new WritingCall("POST /api/proceedings/{id}/directives", Kind.CHANGES_ONCE, () -> {
            var written = written();
            return new Ready("/api/proceedings/" + written.summary().id() + "/directives", standing(), Content.json(new Proceedings.Points(List.of("k1"))),
                    Content.json(new Proceedings.Points(List.of("k1", "k2"))), written.version());
        }));
        all.add(new WritingCall("POST /api/proceedings/{id}/points/{point}/closing", Kind.CHANGES_ONCE, () -> {
            var written = written();
            return new Ready("/api/proceedings/" + written.summary().id() + "/points/k1/closing", standing(),
                    Content.json(new Proceedings.PointClosing("Chỉ ghi nhận")), Content.json(new Proceedings.PointClosing("Đã rõ")), written.version());
        }));
        all.add(new WritingCall("PUT /api/plans/{id}/parent", Kind.CHANGES_ONCE, () -> {
            var path = "/api/plans/" + published().summary().id();
            var relations = read(path + "/relations", standing(), Amendments.PlanRelations.class);
            return new Ready(path + "/parent", standing(), Content.json(new Amendments.Parent(published().summary().id())),
                    Content.json(new Amendments.Parent(published().summary().id())), relations.version());
        }));
        all.add(new WritingCall("PUT /api/plans/{id}/programme", Kind.CHANGES_ONCE, () -> {
            var path = "/api/plans/" + published().summary().id();
            var relations = read(path + "/relations", standing(), Amendments.PlanRelations.class);
            return new Ready(path + "/programme", standing(), Content.json(new Amendments.Programme("NQ 57", "Thực hiện NQ 57")),
                    Content.json(new Amendments.Programme("Đề án 06", "Thực hiện Đề án 06")), relations.version());
        }));
        all.addAll(ofTheDirectory());
        all.addAll(ofPeople());
        all.add(new WritingCall("PUT /api/organisation/settings/{id}", Kind.CHANGES_ONCE, () -> {
            var path = "/api/organisation/settings/" + PROVINCE.unit("xa2");
            var leader = PROVINCE.token("xa2", Role.COMMUNE_LEADER);
            var now = read(path, leader, Organisation.Settings.class);
            var days = Objects.requireNonNullElse(now.own().staleAfter(), 0) % 300 + 1;
            return new Ready(path, leader, Content.json(staleAfter(days)), Content.json(staleAfter(days + 1)), now.version());
        }));
        all.add(new WritingCall("PUT /api/organisation/calendars/{id}/{year}", Kind.CHANGES_ONCE, () -> {
            var path = "/api/organisation/calendars/" + PROVINCE.unit("tinh") + "/2031";
            var version = read(path, administrator(), Organisation.Calendar.class).version();
            return new Ready(path, administrator(), Content.json(table("Thông báo " + UUID.randomUUID())), Content.json(table("Khác")), version);
        }));
        all.add(new WritingCall("POST /api/organisation/calendars/{id}/{year}/rows", Kind.NATURALLY_ONCE, () -> new Ready(
                "/api/organisation/calendars/" + PROVINCE.unit("tinh") + "/2031/rows", administrator(), file("1/1/2031;nghỉ"), null, null)));
        return new WritingCalls("http://127.0.0.1:" + port, mongo, all);
    }

    private List<WritingCall> ofTheDirectory() {
        var kinhte = PROVINCE.unit("xa2.kinhte");
        return List.of(
                new WritingCall("POST /api/organisation/units/{id}/changes", Kind.CREATES, () -> {
                    var unit = imported(anyUnit());
                    return Ready.of("/api/organisation/units/" + unit.id() + "/changes", administrator(), renamed("Tổ đổi tên"), renamed("Tổ tên khác"));
                }),
                new WritingCall("POST /api/organisation/changes/{id}/withdrawal", Kind.CHANGES_ONCE, () -> {
                    var planned = new Organisation.ChangeWanted("rename", LocalDate.now(vn.dondoc.platform.time.DomainClock.ZONE).plusDays(200), "Về sau", null, null, List.of());
                    var change = Objects.requireNonNull(http.post().uri("/api/organisation/units/" + imported(anyUnit()).id() + "/changes")
                            .header("Authorization", "Bearer " + administrator()).contentType(MediaType.APPLICATION_JSON).body(planned).exchange()
                            .expectStatus().isCreated().expectBody(Organisation.Change.class).returnResult().getResponseBody());
                    return new Ready("/api/organisation/changes/" + change.id() + "/withdrawal", administrator(), null, null, change.version());
                }),
                new WritingCall("PUT /api/organisation/positions/{id}", Kind.CHANGES_ONCE, () -> {
                    var id = "rp-p-" + UUID.randomUUID();
                    return new Ready("/api/organisation/positions/" + id, administrator(), Content.json(place(kinhte, "Chuyên viên")),
                            Content.json(place(kinhte, "Phó Trưởng phòng")), 0L);
                }),
                new WritingCall("PUT /api/organisation/positions/{id}/absence", Kind.CHANGES_ONCE, () -> {
                    var id = "rp-p-" + UUID.randomUUID();
                    http.put().uri("/api/organisation/positions/" + id).header("Authorization", "Bearer " + administrator()).header("If-Match", "\"0\"")
                            .contentType(MediaType.APPLICATION_JSON).body(place(kinhte, "Chuyên viên")).exchange().expectStatus().isOk();
                    return new Ready("/api/organisation/positions/" + id + "/absence", administrator(), Content.json(away(3)), Content.json(away(5)), 1L);
                }),
                new WritingCall("PUT /api/organisation/bodies/{id}", Kind.CHANGES_ONCE, () -> new Ready(
                        "/api/organisation/bodies/rp-b-" + UUID.randomUUID(), administrator(), Content.json(body("Tổ công tác")), Content.json(body("Ban Chỉ đạo")), 0L)),
                new WritingCall("POST /api/organisation/import/workbooks", Kind.NATURALLY_ONCE, () ->
                        new Ready("/api/organisation/import/workbooks", administrator(), new Content("multipart/form-data; boundary=of-parts", workbook()), null, null)),
                new WritingCall("POST /api/organisation/import/workbooks/{id}/confirmation", Kind.NOTHING_NEW_AGAIN, () -> {
                    var preview = Objects.requireNonNull(http.post().uri("/api/organisation/import/workbooks").header("Authorization", "Bearer " + administrator())
                            .contentType(MediaType.valueOf("multipart/form-data; boundary=of-parts")).body(workbook()).exchange().expectStatus().isOk()
                            .expectBody(Organisation.ImportPreview.class).returnResult().getResponseBody());
                    return Ready.of("/api/organisation/import/workbooks/" + preview.id() + "/confirmation", administrator());
                }));
    }

    private List<WritingCall> ofPeople() {
        var console = TestIssuer.service("console");
        var notification = TestIssuer.service("notification");
        return List.of(
                new WritingCall("POST /api/people/names", Kind.NATURALLY_ONCE, () ->
                        new Ready("/api/people/names", standing(), Content.json(new People.NamesAsked(List.of(new PersonId("rp-nguoi")))), null, null)),
                new WritingCall("POST /api/people/contacts", Kind.NATURALLY_ONCE, () -> new Ready(
                        "/api/people/contacts", notification, Content.json(new People.Asked(List.of(new PersonId("rp-nguoi")), People.Reason.SENDING)), null, null)),
                new WritingCall("POST /api/people/identified", Kind.NATURALLY_ONCE, () -> {
                    var invited = invited();
                    return new Ready("/api/people/identified", console, Content.json(new People.Identified(null, invited.phone())), null, null);
                }),
                new WritingCall("PUT /api/people/{id}/identities", Kind.NATURALLY_ONCE, () -> new Ready("/api/people/" + invited().invited().person() + "/identities", console,
                        Content.json(new People.Identity("https://sso.example", UUID.randomUUID().toString())), null, null)),
                new WritingCall("PUT /api/people/{id}", Kind.NATURALLY_ONCE, () -> new Ready("/api/people/" + invited().invited().person(), administrator(),
                        Content.json(new People.Correction("Tên Khác", null, null)), null, 1L)),
                new WritingCall("POST /api/organisation/communes", Kind.NOTHING_NEW_AGAIN, () -> Ready.of("/api/organisation/communes", administrator(),
                        new Organisation.CommuneWanted(UnitKind.COMMUNE, "Xã " + UUID.randomUUID(), false), Map.of())),
                new WritingCall("POST /api/organisation/units/{id}/villages", Kind.NOTHING_NEW_AGAIN, () -> Ready.of(
                        "/api/organisation/units/" + PROVINCE.unit("xa2") + "/villages", administrator(), new Organisation.VillagesWanted("Thôn " + UUID.randomUUID(), true), Map.of())),
                new WritingCall("POST /api/people/me/acceptance", Kind.NATURALLY_ONCE, () -> Ready.of("/api/people/me/acceptance", standing())),
                new WritingCall("POST /api/people/{id}/erasure", Kind.NATURALLY_ONCE, () -> {
                    var invited = invited();
                    http.put().uri("/api/organisation/positions/" + invited.place()).header("Authorization", "Bearer " + administrator()).header("If-Match", "\"2\"")
                            .contentType(MediaType.APPLICATION_JSON).body(vacant()).exchange().expectStatus().isOk();
                    return new Ready("/api/people/" + invited.invited().person() + "/erasure", administrator(), Content.json(new People.Erasure("Đã nghỉ")), null, null);
                }),
                new WritingCall("POST /api/people/invitations", Kind.CREATES, () -> {
                    var place = vacantPlace();
                    return Ready.of("/api/people/invitations", administrator(), wanted(place, phone()), wanted(place, phone()));
                }),
                new WritingCall("POST /api/people/invitations/{id}/link", Kind.CREATES, () ->
                        Ready.of("/api/people/invitations/" + invited().invited().invitation() + "/link", notification)),
                new WritingCall("POST /api/people/invitations/{id}/reminder", Kind.APPENDS, () ->
                        Ready.of("/api/people/invitations/" + invited().invited().invitation() + "/reminder", administrator())),
                new WritingCall("POST /api/people/invitations/opened", Kind.NATURALLY_ONCE, () -> {
                    var link = Objects.requireNonNull(http.post().uri("/api/people/invitations/" + invited().invited().invitation() + "/link")
                            .header("Authorization", "Bearer " + notification).exchange().expectStatus().isCreated()
                            .expectBody(People.InvitationLink.class).returnResult().getResponseBody());
                    return new Ready("/api/people/invitations/opened", console, Content.json(new People.InvitationSecret(link.secret())), null, null);
                }));
    }

    private record Guest(String place, String phone, People.Invited invited) {}

    private Guest invited() {
        var place = vacantPlace();
        var phone = phone();
        var invited = Objects.requireNonNull(http.post().uri("/api/people/invitations").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(wanted(place, phone)).exchange().expectStatus().isCreated()
                .expectBody(People.Invited.class).returnResult().getResponseBody());
        return new Guest(place, phone, invited);
    }

    private String vacantPlace() {
        var id = "rp-p-" + UUID.randomUUID();
        http.put().uri("/api/organisation/positions/" + id).header("Authorization", "Bearer " + administrator()).header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON).body(vacant()).exchange().expectStatus().isOk();
        return id;
    }

    private static Organisation.PlaceWanted vacant() {
        return new Organisation.PlaceWanted(PROVINCE.unit("xa2.kinhte"), "Chuyên viên", Role.OFFICER, null, null);
    }

    private static People.InvitationWanted wanted(String place, String phone) {
        return new People.InvitationWanted(new PositionId(place), "Lương Thị Hà", phone, null);
    }

    private static String phone() {
        return "09" + String.format("%08d", Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L));
    }

    private static Organisation.ChangeWanted renamed(String name) {
        return new Organisation.ChangeWanted("rename", null, name, null, null, List.of());
    }

    private static Organisation.PlaceWanted place(UnitId unit, String title) {
        return new Organisation.PlaceWanted(unit, title, Role.OFFICER, new PersonId("rp-nguoi"), null);
    }

    private static Organisation.AbsenceWanted away(int days) {
        return new Organisation.AbsenceWanted(new Absence(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 1).plusDays(days), null));
    }

    private static Organisation.BodyWanted body(String name) {
        return new Organisation.BodyWanted(name, BodyKind.WORKING_GROUP, PROVINCE.unit("xa2"), null, null, List.of(), true);
    }

    private UnitState imported(UnitState unit) {
        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(directory(unit)).exchange().expectStatus().isOk();
        return unit;
    }

    /** A workbook with one new village, as the part of a form. */
    private static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            out.write(utf8("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"danh-muc.xlsx\"\r\n\r\n"));
            book.sheet("Đơn vị", List.of("Mã", "Tên", "Loại", "Mã cấp trên"), List.of(10, 10, 10, 10),
                    line -> line.of(List.of("rp-" + UUID.randomUUID(), "Thôn " + UUID.randomUUID(), "Thôn", PROVINCE.unit("xa2").value())));
            book.to(out);
            out.write(utf8("\r\n--of-parts--\r\n"));
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Proceedings.Wanted meeting(String title) {
        var units = List.of(PROVINCE.unit("xa1.kinhte"));
        return new Proceedings.Wanted(ProceedingKind.MEETING, title, null, LocalDate.of(2026, 10, 5), null, null, List.of(), List.of(), List.of(
                new Proceedings.PointWanted(null, "Việc một", units, null, null), new Proceedings.PointWanted(null, "Việc hai", units, null, null)));
    }

    private Proceedings.Proceeding written() {
        return Objects.requireNonNull(http.post().uri("/api/proceedings").header("Authorization", "Bearer " + standing())
                .contentType(MediaType.APPLICATION_JSON).body(meeting("Họp")).exchange().expectStatus().isCreated()
                .expectBody(Proceedings.Proceeding.class).returnResult().getResponseBody());
    }

    private static Directives.Wanted directive(String content) {
        return new Directives.Wanted(content, null, null, null, null, List.of(PROVINCE.unit("xa1.kinhte")));
    }

    private Directives.Directive given() {
        return Objects.requireNonNull(http.post().uri("/api/directives").header("Authorization", "Bearer " + standing())
                .contentType(MediaType.APPLICATION_JSON).body(directive("Việc được giao")).exchange().expectStatus().isCreated()
                .expectBody(Directives.Directive.class).returnResult().getResponseBody());
    }

    private static Organisation.SettingsWanted staleAfter(int days) {
        return new Organisation.SettingsWanted(null, List.of(), List.of(), null, null, days, null);
    }

    private static Organisation.CalendarWanted table(String source) {
        return new Organisation.CalendarWanted(List.of(new Organisation.CalendarDay(LocalDate.of(2031, 1, 1), false, null)), source);
    }

    private static DraftAct settled(String unit) {
        return new DraftAct.SettleName("các thôn", List.of(PROVINCE.unit(unit)), null, false);
    }

    private Plans.Plan published() {
        return Objects.requireNonNull(publish(standing(), draft().id().value()).expectStatus().isCreated()
                .expectBody(Plans.Plan.class).returnResult().getResponseBody());
    }

    /** A later document that only adds. */
    private Ready amendment() {
        var path = "/api/plans/" + published().summary().id();
        var later = drafted(standing(), "phu-luc.txt", utf8(document().replace("Lắp đặt màn hình", "Sơn lại cổng chào")));
        var compared = read(path + "/comparison?scope=annex&draft=" + later.id(), standing(), Amendments.Comparison.class);
        var keys = Stream.concat(compared.tasks().stream().map(Amendments.TaskPair::key), compared.rules().stream().map(Amendments.RulePair::key)).toList();
        var choice = new Amendments.Choice(compared.draft(), compared.draftVersion(), "annex", keys, List.of());
        var other = new Amendments.Choice(compared.draft(), compared.draftVersion(), "annex", keys.subList(0, 1), keys.subList(1, keys.size()));
        return new Ready(path + "/amendments", standing(), Content.json(choice), Content.json(other), compared.version());
    }

    private Ready merger() {
        var from = anyUnit();
        var into = anyUnit();
        var another = anyUnit();
        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(directory(from, into, another)).exchange().expectStatus().isOk();
        return Ready.of("/api/organisation/units/" + from.id() + "/merger", administrator(),
                new Organisation.Merger(into.id()), new Organisation.Merger(another.id()));
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    private static Organisation.Directory directory(UnitState... units) {
        return new Organisation.Directory(List.of(units), List.of(), List.of());
    }

    private static UnitState anyUnit() {
        var id = new UnitId("rp-" + UUID.randomUUID());
        var commune = PROVINCE.unit("xa2");
        return new UnitState(id, "Tổ " + id, List.of(), UnitKind.OFFICE, commune, commune, PROVINCE.unit("tinh"), false, true);
    }

    private Plans.Draft draft() {
        return drafted(standing(), "ke-hoach.txt", utf8(document()));
    }

    private static String document() {
        return Documents.plan("Kế hoạch " + Objects.hash(UUID.randomUUID())).replace("Đội Thanh niên tình nguyện", "Công an");
    }

    private static Content recipients(String one) {
        return Content.patch(Map.of("content", Map.of("recipients", List.of(one))));
    }

    private static Content file(String text) {
        return new Content("multipart/form-data; boundary=of-parts", utf8("""
                --of-parts\r
                Content-Disposition: form-data; name="file"; filename="ke-hoach.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --of-parts--\r
                """.formatted(text)));
    }
}
