package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Exclusion;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.api.Rankings.Line;
import vn.dondoc.contracts.api.Rankings.Share;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** A province that ranks by quarter since March, and what came of it. */
final class RankingSamples {

    private static final List<Rankings.Weight> WEIGHTS = List.of(
            new Rankings.Weight(Figure.TASKS_IN_TIME, 40), new Rankings.Weight(Figure.REPORTS_IN_TIME, 40), new Rankings.Weight(Figure.EXPLANATIONS_IN_TIME, 20));

    private RankingSamples() {}

    static void answers(StandIn services) {
        services.on("GET /api/rankings/communes", communes()).on("GET /api/rankings/communes/c1/units", units()).on("GET /api/rankings/rules/p", rule(true));
    }

    static Rankings.Rule rule(boolean mayChange) {
        return new Rankings.Rule(Samples.PROVINCE, "Tỉnh Hạ Vân", 2, mayChange, List.of(version(2), version(1)));
    }

    static Rankings.Rule none() {
        return new Rankings.Rule(Samples.PROVINCE, "Tỉnh Hạ Vân", 0, true, List.of());
    }

    static Rankings.Ranking without() {
        return new Rankings.Ranking(Samples.PROVINCE, "Tỉnh Hạ Vân", null, false, null, null, null, List.of(), List.of());
    }

    private static Rankings.Version version(int number) {
        return new Rankings.Version(
                number, LocalDate.of(2026, number == 1 ? 3 : 8, 2), new PositionId("cv-so"), "Chánh Văn phòng",
                new Rankings.Wanted(Rankings.Period.QUARTER, number == 1 ? List.of() : WEIGHTS, 15, true, true, false, 1, 80, 0, true));
    }

    static Rankings.Ranking communes() {
        return new Rankings.Ranking(
                Samples.PROVINCE, "Tỉnh Hạ Vân", version(2), false, "2026-Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), List.of("2026-Q3", "2026-Q2"),
                List.of(
                        new Rankings.Group(Rankings.Compared.COMMUNES, 3, List.of(
                                line("c2", "Xã Suối Bạc", 1, "97.50", 39, 40, 0, true, List.of()),
                                line("c3", "Xã Đèo Gió", 2, "88.00", 17, 20, 0, false, List.of(Exclusion.UNEXPLAINED)),
                                line("c1", "Xã Mây Ngàn", 2, "88.00", 22, 25, 3, false, List.of(Exclusion.OVERDUE))),
                                List.of(line("c4", "Xã Nậm Khe", null, null, 2, 4, 0, false, List.of()))),
                        new Rankings.Group(Rankings.Compared.WARDS, 1, List.of(line("w1", "Phường Lam Sơn", 1, "100.00", 31, 31, 0, true, List.of())), List.of())));
    }

    private static Rankings.Ranking units() {
        return new Rankings.Ranking(
                Samples.COMMUNE, "Xã Mây Ngàn", version(2), true, "2026-Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), List.of("2026-Q3"),
                List.of(new Rankings.Group(Rankings.Compared.UNITS, 2, List.of(
                        line("u-vp", "Văn phòng HĐND và UBND", 1, "95.00", 19, 20, 0, true, List.of()), line("u-vh", "Phòng Văn hóa – Xã hội", 2, "70.00", 7, 10, 2, false, List.of(Exclusion.OVERDUE))),
                        List.of())));
    }

    /** One is waited for whose answers to tasks and reports are over, the others owe none. */
    private static Share explanations(String id) {
        return !id.equals("c3") ? new Share(Figure.EXPLANATIONS_IN_TIME, 20, 0, 0, null)
                : new Share(Figure.EXPLANATIONS_IN_TIME, 20, 3, 6, new BigDecimal("10.00"), List.of(
                        new Rankings.Part(Rankings.About.TASKS, 1, 2), new Rankings.Part(Rankings.About.REPORTS, 0, 1), new Rankings.Part(Rankings.About.TARGETS, 2, 3)));
    }

    private static Line line(
            String id, String name, @Nullable Integer place, @Nullable String points, long numerator, long denominator, long overdue, boolean proposed, List<Exclusion> excluded) {
        var shares = List.of(
                new Share(Figure.TASKS_IN_TIME, 40, numerator, denominator, new BigDecimal("48.75")), new Share(Figure.REPORTS_IN_TIME, 40, 9, 9, new BigDecimal("48.75")),
                explanations(id));
        return new Line(
                new UnitId(id), name, place, points == null ? null : new BigDecimal(points), shares, denominator + 9, overdue, proposed, excluded,
                proposed ? List.of(new Rankings.Seat(new PositionId("pos-9"), "Chủ tịch UBND")) : List.of());
    }
}
