package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.reporting.FigureBooks;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class IndicatorPathTest extends ServiceTest {

    private static final Targets.IndicatorWanted ONLINE = new Targets.IndicatorWanted(
            "DVC-01", "Tỷ lệ hồ sơ nộp trực tuyến", "%", ">=", new BigDecimal("80.0"), Frequency.MONTHLY, "Hệ thống một cửa", null, null);
    private static final Targets.IndicatorWanted MASTS = new Targets.IndicatorWanted("5G-01", "Số thôn có sóng 5G", "thôn", ">=", new BigDecimal("7"), null, " ", null, null);
    private static final Targets.IndicatorWanted WATCHED = new Targets.IndicatorWanted(
            "VN-01", "Tỷ lệ người có tài khoản VNeID", "%", null, null, Frequency.MONTHLY, "Công an xã", null, UnitKind.POLICE);

    @Autowired
    private CellRecount cellRecount;

    @Autowired
    private Indicators indicators;

    @Test
    void whatTheProvinceDefinesEveryCommuneMeasuresAsATarget() {
        var defined = post("/api/targets/indicators", provinceStanding(), ONLINE).as(Targets.Indicator.class);
        assertThat(defined).extracting(Targets.Indicator::place, Targets.Indicator::communes, Targets.Indicator::mayWithdraw).containsExactly(unit("tinh"), 2, true);
        assertThat(defined.content().value()).isEqualTo(new BigDecimal("80"));

        var target = targetOf("xa1", standing());
        assertThat(target).extracting(Targets.TargetSummary::name, Targets.TargetSummary::group, Targets.TargetSummary::owner, Targets.TargetSummary::dataSource, Targets.TargetSummary::plan)
                .containsExactly("Tỷ lệ hồ sơ nộp trực tuyến", "DVC-01", unit("xa1.vhxh"), "Hệ thống một cửa", defined.plan());
        assertThat(target.mayMeasure()).isTrue();
        assertThat(FigureBooks.sent(origin(), standing(), FigureBooks.of(target.id().value()))).as("looked at as a workbook").isNotEmpty();
        post("/api/targets/" + target.id() + "/measurement", standing(), new Targets.Reading("2026-02", new BigDecimal("81.5"), null, null, false, "Hệ thống một cửa", "Kết xuất", "12/BC", null));
        assertThat(get("/api/targets/" + target.id(), standing()).as(Targets.Target.class).summary().standing()).isEqualTo(TargetStanding.ATTAINED);

        soon().until(() -> get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class).targets().attained() == 1);
        var board = get("/api/dashboards/communes/" + unit("xa1"), standing()).as(Dashboards.Dashboard.class);
        assertThat(board.plans()).extracting(Dashboards.PlanLine::title).containsExactly("Tỷ lệ hồ sơ nộp trực tuyến");
        assertThat(board.lines()).extracting(Dashboards.Line::id).as("of the unit that answers for it").containsExactly(unit("xa1.vhxh"));
        assertThat(get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class).withoutPlan()).as("it is no plan").hasSize(2);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void aCommuneDefinesOnesOfItsOwnThatNobodyElseSees() {
        var own = post("/api/targets/indicators", standing(), MASTS).as(Targets.Indicator.class);
        post("/api/targets/indicators", provinceStanding(), ONLINE);
        assertThat(own).extracting(Targets.Indicator::place, Targets.Indicator::communes).containsExactly(unit("xa1"), 1);
        assertThat(own.content().source()).isNull();

        assertThat(indicators(standing()).indicators()).extracting(one -> one.content().code(), Targets.Indicator::mayWithdraw)
                .containsExactly(tuple("5G-01", true), tuple("DVC-01", false));
        var other = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        assertThat(indicators(other).indicators()).extracting(one -> one.content().code()).containsExactly("DVC-01");
        assertThat(indicators(economyHead())).isEqualTo(new Targets.Indicators(List.of(), false, List.of(), List.of()));
        assertThat(post("/api/targets/indicators", economyHead(), MASTS).code()).isEqualTo("FORBIDDEN");
        assertThat(post("/api/targets/indicators/" + own.id() + "/withdrawal", other, "").code()).isEqualTo("NOT_FOUND");
        assertThat(post("/api/targets/indicators/" + own.id() + "/withdrawal", provinceStanding(), "").code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatIsGivenUpIsMeasuredNoMoreAndStaysInTheList() {
        var own = post("/api/targets/indicators", standing(), MASTS).as(Targets.Indicator.class);
        var target = targetOf("xa1", standing());
        assertThat(target.rhythm()).as("of a day").isNull();
        assertThat(target.toMeasure()).isEqualTo(MARCH_2.toString());

        var gone = post("/api/targets/indicators/" + own.id() + "/withdrawal", standing(), "").as(Targets.Indicator.class);
        assertThat(gone.withdrawnOn()).isEqualTo(MARCH_2);
        assertThat(gone.mayWithdraw()).isFalse();
        soon().untilAsserted(() -> assertThat(get("/api/targets/" + target.id(), standing()).as(Targets.Target.class).summary().withdrawnOn()).isEqualTo(MARCH_2));
        assertThat(post("/api/targets/indicators/" + own.id() + "/withdrawal", standing(), "").code()).isEqualTo("INDICATOR_WITHDRAWN");
        assertThat(indicators(standing()).indicators()).hasSize(1);
    }

    @Test
    void withoutAGoalThereIsTheFigureAndItsTrendAndNoVerdict() {
        var watched = post("/api/targets/indicators", provinceStanding(), WATCHED).as(Targets.Indicator.class);
        var target = targetOf("xa1", standing());
        assertThat(target).extracting(Targets.TargetSummary::operator, Targets.TargetSummary::standing, Targets.TargetSummary::owner).containsExactly("none", null, unit("xa1.congan"));
        assertThat(target.dueNow()).isTrue();

        measure(target, police(), "2026-01", null, "700", "1000");
        measure(target, police(), "2026-02", null, "812", "1000");
        var whole = get("/api/targets/" + target.id(), police()).as(Targets.Target.class);
        assertThat(whole.summary().standing()).isNull();
        assertThat(whole.summary().figure()).isEqualByComparingTo("81.2");
        assertThat(whole.summary().newest()).extracting(TargetFigure::part, TargetFigure::whole).containsExactly(new BigDecimal("812"), new BigDecimal("1000"));
        assertThat(whole.comparison()).isNotNull().extracting(Targets.Comparison::trend).isEqualTo("up");
        assertThat(whole.actions()).doesNotContain("explanation-request");
        assertThat(post("/api/targets/" + target.id() + "/definition", standing(), new Targets.Definition(null, new Targets.ShareWanted(ShareMoney.PLANNED, "NQ 57", 5, 2026, "NQ"))).code())
                .isEqualTo("TARGET_WITHOUT_GOAL");
        assertThat(get("/api/targets?standing=not-measured,behind,attained,on-the-way&plan=" + watched.plan(), standing()).json().path("items")).isEmpty();
        assertThat(get("/api/targets/workbook?plan=" + watched.plan(), police()).status()).isEqualTo(200);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
        assertThat(get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class).targets().total()).as("stands nowhere, so is counted nowhere").isZero();
    }

    @Test
    void numeratorsAndDenominatorsAreAddedUpAndPercentagesAreNot() {
        post("/api/targets/indicators", provinceStanding(), ONLINE);
        var one = targetOf("xa1", standing());
        var other = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var two = targetOf("xa2", other);
        measure(one, standing(), "2026-02", null, "812", "1000");
        measure(two, other, "2026-02", "10", null, null);
        assertThat(together()).isEqualTo(new Targets.Together("2026-02", 1, 2, new BigDecimal("81.2"), new BigDecimal("812"), new BigDecimal("1000")));
        correct(two, other, "2026-02", "10", "100");
        assertThat(together()).as("822 of 1,100, not the mean of 81.2 and 10").isEqualTo(
                new Targets.Together("2026-02", 2, 2, new BigDecimal("74.73"), new BigDecimal("822"), new BigDecimal("1100")));
        assertThat(indicators(standing()).indicators().getFirst().together()).as("one commune alone").isNull();

        assertThat(errors(reading(one, standing(), "2026-01", null, "1001", "1000"))).containsExactly("part TARGET_PART_ABOVE");
        assertThat(errors(reading(one, standing(), "2026-01", null, "1", "0"))).containsExactly("part TARGET_PART_ABOVE");
        assertThat(errors(reading(one, standing(), "2026-01", null, "1", null))).containsExactly("whole TARGET_PART_ALONE");
        assertThat(errors(reading(one, standing(), "2026-01", "34", "1", "3"))).containsExactly("value TARGET_PART_OTHERWISE");
        assertThat(reading(one, standing(), "2026-01", "33.333", "1", "3").status()).isEqualTo(200);
    }

    @Test
    void numeratorAndDenominatorAreOfAPercentageOnly() {
        post("/api/targets/indicators", standing(), MASTS);
        assertThat(reading(targetOf("xa1", standing()), standing(), MARCH_2.toString(), null, "5", "7").code()).isEqualTo("TARGET_PART_OF_NOTHING");
    }

    @Test
    void aCommuneThatComesLaterOwesItToo() {
        var defined = post("/api/targets/indicators", provinceStanding(), ONLINE).as(Targets.Indicator.class);
        post("/api/targets/indicators", standing(), MASTS);
        var commune = new UnitState(unit("xa3"), "Xã Mới", List.of(), UnitKind.COMMUNE, unit("tinh"), unit("xa3"), unit("tinh"), false, true);
        topics.organisation(List.of(commune), List.of(), List.of());
        soon().until(() -> indicators.measuring(unit("tinh")), measuring -> measuring.size() == 2);
        indicators.round();

        topics.organisation(List.of(new UnitState(unit("xa3.vp"), "Văn phòng", List.of(), UnitKind.OFFICE, unit("xa3"), unit("xa3"), unit("tinh"), true, true)), List.of(), List.of());
        soon().until(() -> indicators.measuring(unit("tinh")), measuring -> measuring.size() == 3);
        indicators.round();
        indicators.round();
        var owed = targetOf("xa3", provinceStanding());
        assertThat(owed).extracting(Targets.TargetSummary::owner, Targets.TargetSummary::plan).containsExactly(unit("xa3.vp"), defined.plan());
        assertThat(indicators(provinceStanding()).indicators()).extracting(one -> one.content().code(), Targets.Indicator::communes)
                .containsExactly(tuple("5G-01", 1), tuple("DVC-01", 3));
        post("/api/targets/indicators/" + defined.id() + "/withdrawal", provinceStanding(), "");
        soon().untilAsserted(() -> assertThat(targetOf("xa3", provinceStanding()).withdrawnOn()).isEqualTo(MARCH_2));
    }

    @Test
    void theSameIndicatorIsNotDefinedTwice() {
        var own = post("/api/targets/indicators", standing(), MASTS).as(Targets.Indicator.class);
        var again = new Targets.IndicatorWanted("HT-9", "SỐ thôn có sóng 5g", "thôn", null, null, null, null, null, null);
        assertThat(post("/api/targets/indicators", standing(), again).code()).as("by its name").isEqualTo("INDICATOR_EXISTS");
        post("/api/targets/indicators", provinceStanding(), ONLINE);
        assertThat(post("/api/targets/indicators", standing(), new Targets.IndicatorWanted("dvc-01", "Tên khác", "%", null, null, null, null, null, null)).json().path("detail").asString())
                .as("by the code of one of the province").contains("DVC-01", "Tỉnh Thử Nghiệm");
        assertThat(post("/api/targets/indicators", province.token("xa2.vhxh", Role.COMMUNE_STANDING), MASTS).status()).as("another commune").isEqualTo(201);
        post("/api/targets/indicators/" + own.id() + "/withdrawal", standing(), "");
        assertThat(post("/api/targets/indicators", standing(), MASTS).status()).as("given up").isEqualTo(201);
    }

    @Test
    void ofThoseWhoDefineTheSameAtOnceOneSucceeds() throws Exception {
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new CyclicBarrier(4);
            var sent = IntStream.range(0, 4).mapToObj(officer -> officers.submit(() -> {
                together.await();
                return post("/api/targets/indicators", standing(), officer % 2 == 0 ? MASTS : new Targets.IndicatorWanted(
                        "HT-" + officer, "SỐ thôn có sóng 5g", "thôn", null, null, null, null, null, null));
            })).toList();
            var answers = new ArrayList<Answer>();
            for (var one : sent) {
                answers.add(one.get());
            }
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(answers).filteredOn(answer -> answer.status() == 409).extracting(Answer::code).containsOnly("INDICATOR_EXISTS");
        }
        assertThat(indicators(standing()).indicators()).hasSize(1);
    }

    @Test
    void whoeverSawNothingLikeItIsRefusedByTheStore() {
        var first = wanted("a", MASTS);
        var act = Act.bySystem("test", now());
        assertThat(indicators.define(first, act)).isInstanceOf(Outcome.Done.class);
        assertThat(indicators.define(wanted("b", new Targets.IndicatorWanted("5g-01", "Tên khác", "thôn", null, null, null, null, null, null)), act))
                .as("by its code").isInstanceOf(Outcome.Refused.class);
        assertThat(indicators.define(wanted("c", new Targets.IndicatorWanted("HT-9", "số thôn CÓ sóng 5G", "thôn", null, null, null, null, null, null)), act))
                .as("by its name").isInstanceOf(Outcome.Refused.class);
        indicators.withdraw(first.id(), act, null, new Criteria());
        assertThat(indicators.define(wanted("d", MASTS), act)).as("given up").isInstanceOf(Outcome.Done.class);
    }

    private Indicator wanted(String name, Targets.IndicatorWanted content) {
        return Indicator.wanted(Indicator.PREFIX + unit(name), unit("tinh"), unit("xa1"), List.of(unit("xa1")), content, MARCH_2, Instant.EPOCH);
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        assertThat(errors(post("/api/targets/indicators", standing(), new Targets.IndicatorWanted(
                " ", "Tên", "x".repeat(61), "~", new BigDecimal("1.23456"), Frequency.WEEKLY, null, unit("xa2.congan"), UnitKind.POLICE))))
                .containsExactly("code FIELD_REQUIRED", "unit TEXT_TOO_LONG", "rhythm INDICATOR_RHYTHM", "operator FIELD_REQUIRED", "value NUMBER_IMPLAUSIBLE", "owner INDICATOR_OWNER",
                        "ownerKind INDICATOR_OWNER");
        assertThat(errors(post("/api/targets/indicators", provinceStanding(), new Targets.IndicatorWanted("A", "Tên", "12 ?", ">=", null, null, null, unit("xa1.congan"), UnitKind.OFFICE))))
                .containsExactly("unit UNIT_OF_MEASURE", "value FIELD_REQUIRED", "owner INDICATOR_OWNER", "ownerKind INDICATOR_OWNER");
        assertThat(post("/api/targets/indicators", standing(), new Targets.IndicatorWanted("A", "Tên", "hộ", null, null, null, null, unit("xa1.congan"), null)).as(Targets.Indicator.class).ownerName())
                .isEqualTo("Công an xã");
        assertThat(indicators(standing()).measurers()).extracting(Targets.Measurer::id).contains(unit("xa1.vhxh"), unit("xa1.thon1")).doesNotContain(unit("xa1"));
        assertThat(indicators(provinceStanding()).kinds()).contains(UnitKind.POLICE);
    }

    private static List<String> errors(Answer refused) {
        assertThat(refused.code()).isEqualTo("VALIDATION");
        return refused.json().path("errors").valueStream().map(error -> error.path("field").asString() + " " + error.path("code").asString()).toList();
    }

    private Answer reading(Targets.TargetSummary target, String token, String period, @Nullable String value, @Nullable String part, @Nullable String whole) {
        return post("/api/targets/" + target.id() + "/measurement", token, told(period, value, part, whole));
    }

    private void measure(Targets.TargetSummary target, String token, String period, @Nullable String value, @Nullable String part, @Nullable String whole) {
        assertThat(reading(target, token, period, value, part, whole).status()).isEqualTo(200);
    }

    private void correct(Targets.TargetSummary target, String token, String period, String part, String whole) {
        assertThat(post("/api/targets/" + target.id() + "/correction", token, told(period, null, part, whole)).status()).isEqualTo(200);
    }

    private static Targets.Reading told(String period, @Nullable String value, @Nullable String part, @Nullable String whole) {
        return new Targets.Reading(period, number(value), null, null, false, "Hệ thống", null, null, "Ghi nhầm", number(part), number(whole));
    }

    private static @Nullable BigDecimal number(@Nullable String typed) {
        return typed == null ? null : new BigDecimal(typed);
    }

    private Targets.@Nullable Together together() {
        return indicators(provinceStanding()).indicators().getFirst().together();
    }

    private Targets.TargetSummary targetOf(String commune, String token) {
        return soon().until(() -> get("/api/targets?commune=" + unit(commune), token).json().path("items"), items -> items.size() == 1)
                .valueStream().map(JsonNode::toString).map(json -> EventJson.mapper().readValue(json, Targets.TargetSummary.class)).findFirst().orElseThrow();
    }

    private Targets.Indicators indicators(String token) {
        return get("/api/targets/indicators", token).as(Targets.Indicators.class);
    }
}
