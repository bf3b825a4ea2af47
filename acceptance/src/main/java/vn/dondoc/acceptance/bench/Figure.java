package vn.dondoc.acceptance.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One measured figure.
 *
 * @param ceiling what the bare driver, producer or library did on the same work in the same run; null where there is none
 * @param ratio value by ceiling
 * @param goal of the ratio where there is a ceiling, else of the value; null where the figure is only told
 */
record Figure(
        String name, double value, String unit, @Nullable Double ceiling, @Nullable Double ratio, @Nullable Double goal, @Nullable Boolean met) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MathContext DIGITS = new MathContext(3);

    /** More is better, and the ceiling is what the goal counts from. */
    static Figure ofCeiling(String name, double value, String unit, double ceiling, double goal) {
        var ratio = value / ceiling;
        return new Figure(name, value, unit, ceiling, ratio, goal, ratio >= goal);
    }

    /** Less is better, and the goal is absolute. */
    static Figure below(String name, double value, String unit, double goal) {
        return new Figure(name, value, unit, null, null, goal, value < goal);
    }

    static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, null, null, null, null);
    }

    /** One JSON object in one line. */
    String json() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", name);
        fields.put("value", rounded(value));
        fields.put("unit", unit);
        fields.put("ceiling", rounded(ceiling));
        fields.put("ratio", rounded(ratio));
        fields.put("goal", goal);
        fields.put("met", met);
        return JSON.writeValueAsString(fields);
    }

    /** Reads what {@link #json} wrote. */
    static Figure read(String line) {
        return JSON.readValue(line, Figure.class);
    }

    /** Three digits: more would pretend. */
    static @Nullable BigDecimal rounded(@Nullable Double number) {
        if (number == null) {
            return null;
        }
        var short3 = BigDecimal.valueOf(number).round(DIGITS);
        return new BigDecimal(short3.toPlainString()).stripTrailingZeros().scale() < 0 ? short3.setScale(0) : short3.stripTrailingZeros();
    }
}
