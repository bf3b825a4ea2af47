package vn.dondoc.console.reminder;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.api.ReminderRules;

/** The rules as they were typed: of each step whether this place decides it, and how. */
final class RulesForm {

    private static final Pattern FIELD = Pattern.compile("s\\.(\\d{1,3})\\.step");

    private final MultiValueMap<String, String> fields;

    RulesForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** Those that this place decides itself. */
    ReminderRules.Wanted wanted() {
        return new ReminderRules.Wanted(fields.keySet().stream().map(FIELD::matcher).filter(Matcher::matches).map(found -> Integer.valueOf(found.group(1))).sorted()
                .filter(at -> has(at, "own")).map(this::rule).toList());
    }

    private ReminderRules.RuleWanted rule(int at) {
        return new ReminderRules.RuleWanted(
                first(at, "step"), has(at, "on"), all(at, "audience"), Stream.concat(Stream.of("inbox"), all(at, "channel").stream()).distinct().toList(),
                first(at, "urgency"));
    }

    private boolean has(int at, String field) {
        return fields.getFirst("s." + at + "." + field) != null;
    }

    private String first(int at, String field) {
        return Objects.requireNonNullElse(fields.getFirst("s." + at + "." + field), "");
    }

    private List<String> all(int at, String field) {
        return Objects.requireNonNullElse(fields.get("s." + at + "." + field), List.of());
    }

    /** What stands there with what was typed, for a page that shows both. */
    static ReminderRules.Rules over(ReminderRules.Rules rules, ReminderRules.Wanted typed) {
        var byStep = typed.rules().stream().collect(Collectors.toMap(ReminderRules.RuleWanted::step, rule -> rule, (one, _) -> one));
        return new ReminderRules.Rules(
                rules.unit(), rules.unitName(), rules.aboveName(), rules.version(), rules.rules().stream().map(rule -> over(rule, byStep.get(rule.step()))).toList(),
                rules.audiences(), rules.channels(), rules.mayChange());
    }

    private static ReminderRules.Rule over(ReminderRules.Rule rule, ReminderRules.@Nullable RuleWanted typed) {
        return typed == null
                ? new ReminderRules.Rule(rule.step(), rule.title(), rule.on(), rule.audiences(), rule.always(), rule.channels(), rule.urgency(), rule.critical(), false)
                : new ReminderRules.Rule(
                        rule.step(), rule.title(), typed.on(), typed.audiences(), rule.always(), typed.channels(), typed.urgency(), rule.critical(), true);
    }
}
