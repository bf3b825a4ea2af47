package vn.dondoc.console.measurement;

import org.jspecify.annotations.Nullable;
import vn.dondoc.console.page.Numbers;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

/** An indicator as it is typed. */
public record IndicatorForm(
        @Nullable String code, @Nullable String name, @Nullable String unit, @Nullable String operator, @Nullable String value, @Nullable String rhythm,
        @Nullable String source, @Nullable String owner, @Nullable String ownerKind, @Nullable String key) {

    static IndicatorForm empty() {
        return new IndicatorForm(null, null, null, ">=", null, Frequency.MONTHLY.code(), null, null, null, null);
    }

    /** What was typed as a goal is no number. */
    boolean isGoalUnreadable() {
        return !isBlank(value) && Numbers.of(value) == null;
    }

    /** Without a typed goal none is set, whatever it would be held against. */
    Targets.IndicatorWanted wanted() {
        var goal = Numbers.of(value);
        return new Targets.IndicatorWanted(
                orEmpty(code), orEmpty(name), orEmpty(unit), goal == null ? null : orEmpty(operator), goal, coded(Frequency.class, rhythm),
                isBlank(source) ? null : orEmpty(source), isBlank(owner) ? null : new UnitId(orEmpty(owner)), coded(UnitKind.class, ownerKind));
    }

    private static <E extends Enum<E> & Coded> @Nullable E coded(Class<E> type, @Nullable String typed) {
        return isBlank(typed) ? null : Coded.of(type, orEmpty(typed)).orElse(null);
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
