package vn.dondoc.console;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Directives, a meeting and an inspection as the services would tell them. */
final class ActSamples {

    static final LocalDate DUE = LocalDate.of(2026, 12, 15);

    private ActSamples() {}

    static void answers(StandIn services) {
        services.on("GET /api/directives", new Page<>(List.of(directive().summary(), received()), null, 2L))
                .on("GET /api/directives/addressees", new Directives.Reach(addressees()))
                .on("GET /api/directives/dir-1", directive())
                .on("POST /api/directives", asked -> StandIn.json(201, directive()))
                .on("POST /api/directives/dir-1/addressees", asked -> StandIn.json(201, directive()))
                .on("POST /api/directives/dir-1/withdrawal", asked -> StandIn.json(201, directive()))
                .on("GET /api/proceedings", asked -> StandIn.json(200, asked.query().contains("kind=inspection")
                        ? new Page<>(List.of(inspection().summary()), null, 1L) : new Page<>(List.of(meeting().summary()), null, 1L)))
                .on("GET /api/proceedings/m-1", meeting())
                .on("GET /api/proceedings/i-1", inspection())
                .on("POST /api/proceedings", asked -> StandIn.json(201, meeting()))
                .on("PUT /api/proceedings/m-1", meeting())
                .on("POST /api/proceedings/m-1/directives", asked -> StandIn.json(201, meeting()))
                .on("POST /api/proceedings/m-1/points/k1/closing", asked -> StandIn.json(201, meeting()));
    }

    static List<Directives.Addressee> addressees() {
        var offices = Stream.of("Phòng Kinh tế", "Công an xã", "Trung tâm Phục vụ hành chính công", "Trạm Y tế xã")
                .map(name -> new Directives.Addressee(new UnitId("u-" + name.hashCode()), name, UnitKind.OFFICE));
        var villages = IntStream.rangeClosed(1, 26).mapToObj(at -> new Directives.Addressee(new UnitId("u-thon-" + at), "Thôn Đồng Bãi " + at, UnitKind.VILLAGE));
        return Stream.concat(offices, villages).toList();
    }

    static Directives.Directive directive() {
        var summary = new Directives.DirectiveSummary(
                new DirectiveId("dir-1"), "Rà soát đường truyền và thiết bị họp trực tuyến, báo cáo những nơi chưa họp được", "58/SKHCN-CĐS", Urgency.URGENT,
                new UnitId("u-vh"), "Phòng Văn hóa - Xã hội", LocalDate.of(2026, 11, 3), new Due.By(DUE, false, false),
                new Origin(ProceedingKind.MEETING, new ProceedingId("m-1"), "k1", "45/TB-UBND"), new Directives.Figures(3, 1, 1, 1, 1), true);
        return new Directives.Directive(summary, 7, "Báo cáo rà soát", false, true, List.of(
                part("u-1", "Phòng Kinh tế", WorkState.COMPLETED, TimeClass.COMPLETED_IN_TIME, true, null),
                part("u-2", "Thôn Đồng Bãi 1", WorkState.NOT_STARTED, TimeClass.OVERDUE, false, null),
                part("u-3", "Công an xã", WorkState.SUBMITTED, TimeClass.IN_TIME, true, null),
                part("u-4", "Trạm Y tế xã", WorkState.CANCELLED, TimeClass.IN_TIME, true, "Đã rà soát trong đợt trước"),
                new Directives.Part(new UnitId("u-5"), "Thôn Đồng Bãi 2", new UnitId("u-5"), "Thôn Đồng Bãi 2", new TaskId("t-95"), null, null, false, null, null, null, null)));
    }

    private static Directives.DirectiveSummary received() {
        return new Directives.DirectiveSummary(
                new DirectiveId("dir-2"), "Báo cáo kết quả cấp tài khoản định danh", null, Urgency.NORMAL, new UnitId("so"), "Sở Khoa học và Công nghệ",
                LocalDate.of(2026, 11, 1), null, null, new Directives.Figures(1, 0, 0, 0, 1), false);
    }

    private static Directives.Part part(String unit, String name, WorkState state, TimeClass timeClass, boolean opened, @Nullable String reason) {
        return new Directives.Part(
                new UnitId(unit), name, new UnitId(unit), name, new TaskId("t-1"), state, timeClass, opened, DUE, null,
                reason == null ? null : LocalDate.of(2026, 11, 10), reason);
    }

    static Proceedings.Proceeding meeting() {
        var summary = new Proceedings.ProceedingSummary(
                new ProceedingId("m-1"), ProceedingKind.MEETING, "Giao ban Ban Chỉ đạo chuyển đổi số tháng 11", "45/TB-UBND", LocalDate.of(2026, 11, 2),
                new UnitId("u-vh"), "Phòng Văn hóa - Xã hội", 3, 2);
        var kinhTe = addressees().getFirst();
        return new Proceedings.Proceeding(summary, 5, "Phòng họp tầng 2", "Chủ tịch Ủy ban nhân dân xã", List.of(new Tasks.UnitName(kinhTe.id(), kinhTe.name())),
                List.of(new Proceedings.AgendaItem("Tiến độ các nhiệm vụ quý này", null, null),
                        new Proceedings.AgendaItem("Bàn hướng dẫn hồ sơ trực tuyến", new ProceedingId("m-1"), "k2")),
                List.of(
                        new Proceedings.Point("k1", "Rà soát đường truyền và thiết bị họp trực tuyến", List.of(new Tasks.UnitName(kinhTe.id(), kinhTe.name())),
                                new Due.By(DUE, false, false), "Báo cáo rà soát", new DirectiveId("dir-1"), new Directives.Figures(3, 1, 1, 1, 1), null, null),
                        new Proceedings.Point("k2", "Bố trí thêm một bàn hướng dẫn làm hồ sơ trực tuyến", List.of(new Tasks.UnitName(kinhTe.id(), kinhTe.name())),
                                null, null, null, null, null, null),
                        new Proceedings.Point("k3", "Ghi nhận kết quả của các tổ công nghệ số cộng đồng", List.of(), null, null, null, null,
                                LocalDate.of(2026, 11, 3), "Chỉ ghi nhận")),
                false, true);
    }

    static Proceedings.Proceeding inspection() {
        var of = meeting();
        var s = of.summary();
        return new Proceedings.Proceeding(
                new Proceedings.ProceedingSummary(new ProceedingId("i-1"), ProceedingKind.INSPECTION, "Kiểm tra việc số hóa hồ sơ", "12/KL-UBND", s.heldOn(), s.owner(),
                        s.ownerName(), 3, 2), 2, null, "Phó Chủ tịch, Trưởng đoàn", of.participants(), List.of(), of.points(), false, true);
    }
}
