package vn.dondoc.console.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.event.Coded;

/**
 * A rule as it is typed.
 *
 * @param weights by the code of the figure; what is left empty does not count
 */
public record RankingRuleForm(
        String period, Map<String, String> weights, String leastRows, boolean kindsApart, boolean units, boolean open, String proposed, String leastPoints,
        String mostOverdue, boolean explained) {

    private static final String USUAL_ROWS = "10";
    private static final String USUAL_PROPOSED = "3";

    /** Of a province that has no rule: nothing counts yet. */
    static RankingRuleForm empty() {
        return new RankingRuleForm(Rankings.Period.QUARTER.code(), Map.of(), USUAL_ROWS, true, true, false, USUAL_PROPOSED, "", "", true);
    }

    static RankingRuleForm of(Rankings.Wanted rule) {
        var weights = new LinkedHashMap<String, String>();
        rule.weights().forEach(one -> weights.put(one.figure().code(), Integer.toString(one.weight())));
        return new RankingRuleForm(
                rule.period().code(), weights, Integer.toString(rule.leastRows()), rule.kindsApart(), rule.units(), rule.open(), Integer.toString(rule.proposed()),
                text(rule.leastPoints()), text(rule.mostOverdue()), rule.explained());
    }

    static RankingRuleForm read(MultiValueMap<String, String> fields) {
        var weights = new LinkedHashMap<String, String>();
        for (var figure : Rankings.Figure.values()) {
            weights.put(figure.code(), first(fields, "weight." + figure.code()));
        }
        return new RankingRuleForm(
                first(fields, "period"), weights, first(fields, "leastRows"), fields.containsKey("kindsApart"), fields.containsKey("units"), fields.containsKey("open"),
                first(fields, "proposed"), first(fields, "leastPoints"), first(fields, "mostOverdue"), fields.containsKey("explained"));
    }

    Rankings.Wanted wanted() {
        return wanted(Stream.of(Rankings.Figure.values()).filter(figure -> !isNothing(weights.get(figure.code())))
                .map(figure -> new Rankings.Weight(figure, number(weights.get(figure.code())))).toList());
    }

    /** The same, and nothing counts: no ranking. */
    Rankings.Wanted off() {
        return wanted(List.of());
    }

    private Rankings.Wanted wanted(List<Rankings.Weight> counting) {
        return new Rankings.Wanted(
                Coded.of(Rankings.Period.class, period).orElse(Rankings.Period.QUARTER), counting, number(leastRows), kindsApart, units, open, number(proposed),
                leastPoints.isBlank() ? null : number(leastPoints), mostOverdue.isBlank() ? null : number(mostOverdue), explained);
    }

    private static boolean isNothing(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.strip().equals("0");
    }

    /** What is no number is one that the service refuses with its sentence. */
    private static int number(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static String text(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var typed = fields.getFirst(name);
        return typed == null ? "" : typed;
    }
}
