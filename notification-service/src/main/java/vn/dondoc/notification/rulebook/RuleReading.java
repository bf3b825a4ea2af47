package vn.dondoc.notification.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.notification.rule.Usual;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** What is wanted of rules, read and held against their limits. */
final class RuleReading {

    private RuleReading() {}

    /**
     * @throws ProblemException 422 with an error for each rule that cannot be so
     */
    static List<Entry> of(ReminderRules.Wanted wanted, Problems problems, Locale locale) {
        var errors = new ArrayList<Problem.FieldError>();
        var entries = new ArrayList<Entry>();
        for (var rule : wanted.rules()) {
            var step = Step.of(rule.step()).orElse(null);
            var code = step == null ? "RULE_STEP_UNKNOWN" : brokenBy(rule, step, entries);
            if (code == null) {
                entries.add(entry(rule));
            } else {
                errors.add(new Problem.FieldError(rule.step(), code, problems.text(code, locale)));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(422, "RULES_INVALID", errors);
        }
        return entries;
    }

    private static @Nullable String brokenBy(ReminderRules.RuleWanted rule, Step step, List<Entry> before) {
        var usual = Usual.of(step.occasion(), step.number());
        var critical = usual.urgency() == Urgency.CRITICAL;
        if (before.stream().anyMatch(entry -> entry.step().equals(rule.step()))) {
            return "RULE_TWICE";
        }
        if (rule.audiences().stream().anyMatch(word -> audience(word).isEmpty()) || rule.channels().stream().anyMatch(word -> Coded.of(Channel.class, word).isEmpty())
                || Coded.of(Urgency.class, rule.urgency()).isEmpty()) {
            return "RULE_UNKNOWN_WORD";
        }
        if (critical && !rule.on()) {
            return "RULE_CRITICAL_OFF";
        }
        if (critical && !rule.urgency().equals(Urgency.CRITICAL.code())) {
            return "RULE_CRITICAL_LESS";
        }
        if (critical && rule.channels().stream().allMatch(Channel.INBOX.code()::equals)) {
            return "RULE_CRITICAL_INBOX_ONLY";
        }
        if (critical && !rule.audiences().contains(usual.audiences().getFirst().word())) {
            return "RULE_CRITICAL_FIRST";
        }
        var decided = usual.audiences().stream().anyMatch(one -> !Ruling.NAMED.contains(one));
        return rule.on() && rule.audiences().isEmpty() && !decided ? "RULE_NOBODY" : null;
    }

    private static Entry entry(ReminderRules.RuleWanted rule) {
        var audiences = Ruling.NAMED.stream().filter(one -> rule.audiences().contains(one.word())).toList();
        var channels = rule.channels().stream().map(word -> Coded.of(Channel.class, word).orElseThrow()).collect(Collectors.toSet());
        channels.add(Channel.INBOX);
        return new Entry(rule.step(), rule.on(), audiences, channels, Coded.of(Urgency.class, rule.urgency()).orElseThrow());
    }

    private static Optional<Audience> audience(String word) {
        return Ruling.NAMED.stream().filter(one -> one.word().equals(word)).findFirst();
    }
}
