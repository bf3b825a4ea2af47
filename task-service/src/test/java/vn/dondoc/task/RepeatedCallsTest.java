package vn.dondoc.task;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCallTests;
import vn.dondoc.testing.WritingCalls;

/** Every writing call can be repeated, guards its version, and loses nothing to other writers. */
class RepeatedCallsTest extends TaskTest implements WritingCallTests {

    RepeatedCallsTest() {
        super("rp");
    }

    @Override
    public String service() {
        return "task";
    }

    @Override
    public WritingCalls writingCalls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "task-service", province.token("tinh", Role.PROVINCE_ADMINISTRATOR)));
        all.add(call("acknowledgement", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "acknowledgement"), officer())));
        all.add(call("progress", Kind.APPENDS, () -> Ready.of(path(planned(KINHTE), "progress"), officer(),
                counted("12"), counted("13"))));
        all.add(call("completion", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "completion"), officer(),
                new Tasks.Completion("Xong", null, null), new Tasks.Completion("Xong rồi", null, null))));
        all.add(call("acceptance", Kind.CHANGES_ONCE, () -> Ready.of(path(submitted(KINHTE), "acceptance"), standing(),
                new Tasks.Decision(null), new Tasks.Decision("Tốt"))));
        all.add(call("return", Kind.CHANGES_ONCE, () -> Ready.of(path(submitted(KINHTE), "return"), standing(),
                new Tasks.Decision("Thiếu phụ lục"), new Tasks.Decision("Thiếu số liệu"))));
        all.add(call("extension", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "extension"), officer(), wanted(1), wanted(2))));
        all.add(call("extension-grant", Kind.CHANGES_ONCE, () -> Ready.of(path(extensionAsked(KINHTE), "extension-grant"), standing(),
                new Tasks.ExtensionGrant(null, "Đồng ý"), new Tasks.ExtensionGrant(wanted(3).until(), "Đồng ý"))));
        all.add(call("extension-refusal", Kind.CHANGES_ONCE, () -> Ready.of(path(extensionAsked(KINHTE), "extension-refusal"), standing(),
                new Tasks.Decision("Không có cơ sở"), new Tasks.Decision("Chưa cần"))));
        all.add(call("return-to-giver", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "return-to-giver"), officer(),
                new Tasks.Reason("Không đúng chức năng"), new Tasks.Reason("Thiếu người"))));
        all.add(call("insistence", Kind.CHANGES_ONCE, () -> Ready.of(path(returnedToGiver(KINHTE), "insistence"), standing(),
                new Tasks.Reason("Đúng chức năng"), new Tasks.Reason("Đã thống nhất"))));
        all.add(call("reassignment", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "reassignment"), standing(),
                reassignment("Đúng chức năng"), reassignment("Đã thống nhất"))));
        all.add(call("cancellation", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "cancellation"), standing(),
                new Tasks.Reason("Không còn cần"), new Tasks.Reason("Trùng việc"))));
        all.add(call("reopening", Kind.CHANGES_ONCE, () -> Ready.of(path(completed(KINHTE), "reopening"), standing(),
                new Tasks.Reason("Chưa ban hành"), new Tasks.Reason("Thiếu phụ lục"))));
        all.add(call("comment", Kind.APPENDS, () -> Ready.of(path(planned(KINHTE), "comment"), officer(),
                new Tasks.Comment("Đã trao đổi"), new Tasks.Comment("Sẽ có số liệu"))));
        all.add(call("particulars", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "particulars"), standing(),
                new Tasks.ParticularsWanted("57-1", null, null, null), new Tasks.ParticularsWanted("57-2", null, null, null))));
        all.add(call("steps", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "steps"), officer(),
                new Tasks.StepsWanted("document", List.of()), new Tasks.StepsWanted("science", List.of()))));
        all.add(call("step", Kind.CHANGES_ONCE, () -> Ready.of(path(stepped(KINHTE), "step"), officer(),
                new Tasks.StepReached(0, clock.today()), new Tasks.StepReached(1, clock.today()))));
        all.add(call("disbursement", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "disbursement"), officer(),
                new Tasks.Disbursement(1_000_000), new Tasks.Disbursement(2_000_000))));
        all.add(call("following", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "following"), standing(),
                new Tasks.Following(true), new Tasks.Following(false))));
        all.add(call("explanation-request", Kind.CHANGES_ONCE, () -> Ready.of(path(late(KINHTE), "explanation-request"), leader(),
                new Tasks.ExplanationWanted("Vì sao chậm?", null), new Tasks.ExplanationWanted("Vì sao?", clock.today().plusDays(2)))));
        all.add(call("explanation", Kind.CHANGES_ONCE, () -> Ready.of(path(explanationAsked(KINHTE), "explanation"), officer(),
                new Tasks.ExplanationAnswer("Thiếu thiết bị"), new Tasks.ExplanationAnswer("Thiếu người"))));
        all.add(call("conclusion-unit", Kind.CHANGES_ONCE, () -> Ready.of(path(late(KINHTE, "xa1.congan"), "conclusion-unit"), standing(),
                new Tasks.ConclusionUnit(province.unit(KINHTE)), new Tasks.ConclusionUnit(province.unit("xa1.congan")))));
        all.add(new WritingCall("PUT /api/tasks/{id}/reminders", Kind.CHANGES_ONCE, () -> Ready.of(path(planned(KINHTE), "reminders"), standing(),
                new Tasks.OwnReminders(List.of(14, 7)), new Tasks.OwnReminders(List.of(9)))));
        all.add(call("delegation", Kind.APPENDS, () -> Ready.of(path(planned(KINHTE), "delegation"), officer(), part(null), part("xa1.congan"))));
        all.add(new WritingCall("POST /api/tasks/acts", Kind.CREATES, () -> {
            var tasks = List.of(new TaskId(submitted(KINHTE)), new TaskId(submitted(KINHTE)), new TaskId(planned(KINHTE)));
            return Ready.of("/api/tasks/acts", standing(), new Tasks.Acts("accept", tasks, null), new Tasks.Acts("accept", tasks.subList(0, 1), null));
        }));
        all.add(call("files", Kind.CREATES, () -> new Ready(path(planned(KINHTE), "files"), officer(), file("mot"), file("hai"), null)));
        all.add(new WritingCall("POST /api/tasks/exchange/preview", Kind.NATURALLY_ONCE, () -> new Ready("/api/tasks/exchange/preview", officer(),
                ExchangeTest.content(ExchangeTest.book(List.of(List.of("57-00", "", "Đã làm", "", "")))), null, null)));
        all.add(new WritingCall("POST /api/calendar/keys", Kind.NOTHING_NEW_AGAIN, () -> {
            calendarKeys().forEach(this::revoke);
            return Ready.of("/api/calendar/keys", officer());
        }));
        all.add(new WritingCall("DELETE /api/calendar/keys/{id}", Kind.NATURALLY_ONCE, () -> {
            calendarKeys().forEach(this::revoke);
            var made = post("/api/calendar/keys", officer(), null).expectStatus().isCreated().expectBody(Calendars.Made.class).returnResult().getResponseBody();
            return Ready.of("/api/calendar/keys/" + Objects.requireNonNull(made).id(), officer());
        }));
        return new WritingCalls(origin(), mongo, all);
    }

    private List<Calendars.Key> calendarKeys() {
        return Objects.requireNonNull(get("/api/calendar/keys", officer()).expectBody(Calendars.Keys.class).returnResult().getResponseBody()).keys();
    }

    private void revoke(Calendars.Key key) {
        http.delete().uri("/api/calendar/keys/" + key.id()).header("Authorization", "Bearer " + officer()).exchange().expectStatus().isOk();
    }

    private static WritingCall.Content file(String words) {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 " + words + "\r\n--limit--\r\n";
        return new WritingCall.Content("multipart/form-data; boundary=limit", body.getBytes(StandardCharsets.UTF_8));
    }

    private static WritingCall call(String command, Kind kind, Supplier<Ready> ready) {
        return new WritingCall("POST /api/tasks/{id}/" + command, kind, ready);
    }

    private Tasks.Delegation part(@Nullable String coordinating) {
        return coordinating == null
                ? new Tasks.Delegation(null, province.unit("xa1.thon1"), "Rà soát của thôn", LocalDate.of(2099, 6, 30), province.positionId("xa1.thon1", Role.VILLAGE_HEAD))
                : new Tasks.Delegation(PartKind.COORDINATION, province.unit(coordinating), "Rà soát an ninh", null);
    }

    private static String path(String id, String command) {
        return "/api/tasks/" + id + "/" + command;
    }

    private static Tasks.Progress counted(String villages) {
        return new Tasks.Progress("Đã làm", "Thiếu máy", 10, null, List.of(new Tasks.Figure("Số thôn", new BigDecimal(villages), BigDecimal.TEN, "thôn")));
    }
}
