package vn.dondoc.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCallTests;
import vn.dondoc.testing.WritingCalls;

/** Every writing call can be repeated, guards its version, and loses nothing to other writers. */
class RepeatedCallsTest extends ServiceTest implements WritingCallTests {

    private static final Reports.Submission DONE = new Reports.Submission(false, "Đã hoàn thành", null, null, null);
    private static final Reports.Submission NOTHING = new Reports.Submission(true, null, null, null, null);

    @Autowired
    private MongoTemplate mongo;

    @Override
    public String service() {
        return "reporting";
    }

    @Override
    public WritingCalls writingCalls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "reporting-service", province.token("tinh", Role.PROVINCE_ADMINISTRATOR)));
        all.add(call("submission", () -> Ready.of("/api/reports/" + expected() + "/submission", police(), DONE, NOTHING)));
        all.add(call("acceptance", () -> Ready.of("/api/reports/" + submitted() + "/acceptance", standing(),
                new Reports.Decision(null), new Reports.Decision("Tốt"))));
        all.add(call("return", () -> Ready.of("/api/reports/" + submitted() + "/return", standing(),
                new Reports.Decision("Thiếu số liệu"), new Reports.Decision("Thiếu phụ lục"))));
        return new WritingCalls(origin(), mongo, all);
    }

    private static WritingCall call(String what, Supplier<Ready> ready) {
        return new WritingCall("POST /api/reports/{id}/" + what, Kind.CHANGES_ONCE, ready);
    }

    private String expected() {
        var plan = "kh" + UUID.randomUUID().toString().substring(0, 6);
        monthlyRule(plan, "xa1.congan");
        return soon().until(() -> get("/api/reports/obligations?mine=true&plan=" + plan(plan), police()).json().path("items"), items -> items.size() == 1)
                .get(0).path("id").asString();
    }

    private String submitted() {
        var id = expected();
        post("/api/reports/" + id + "/submission", police(), DONE);
        return id;
    }
}
