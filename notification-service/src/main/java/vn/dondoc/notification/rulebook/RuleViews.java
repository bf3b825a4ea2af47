package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.notification.rule.Usual;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Versioned;

/** The rules of a place as a page shows them. */
@Component
class RuleViews {

    private final RuleBooks books;
    private final Directory directory;
    private final Texts texts;

    RuleViews(RuleBooks books, Directory directory, Texts texts) {
        this.books = books;
        this.directory = directory;
        this.texts = texts;
    }

    /** @param stored what the place decided itself, if it ever did */
    ReminderRules.Rules of(UnitState place, Optional<Versioned<RuleBook>> stored, boolean mayChange, Locale locale) {
        var own = stored.map(found -> found.state().entries()).orElse(List.of());
        var ofProvince = place.kind() == UnitKind.PROVINCE;
        var ruling = new Ruling(own, ofProvince ? List.of() : books.of(place.province(), place.province()).own());
        var settings = directory.settings(place.id(), place.province());
        var rules = Step.of(settings).stream().map(step -> rule(step, ruling, own.stream().anyMatch(entry -> entry.step().equals(step.code())), locale)).toList();
        return new ReminderRules.Rules(
                place.id(), place.name(), ofProvince ? null : directory.nameOf(place.province()), stored.map(Versioned::version).orElse(0L), rules,
                Ruling.NAMED.stream().map(one -> new ReminderRules.Word(one.word(), texts.word("rule.audience." + one.word(), locale))).toList(),
                Stream.of(Channel.values()).map(one -> new ReminderRules.Word(one.code(), texts.word("rule.channel." + one.code(), locale))).toList(), mayChange);
    }

    private ReminderRules.Rule rule(Step step, Ruling ruling, boolean isOwn, Locale locale) {
        var usual = Usual.of(step.occasion(), step.number());
        var now = ruling.of(usual);
        var shown = now.isOff() ? usual : now;
        var number = step.number() == null ? 0 : step.number();
        return new ReminderRules.Rule(
                step.code(), texts.word("rule.step." + step.occasion().word(), locale, number), !now.isOff(),
                shown.audiences().stream().filter(Ruling.NAMED::contains).map(Audience::word).toList(),
                shown.audiences().stream().filter(one -> !Ruling.NAMED.contains(one)).map(one -> texts.word("rule.audience." + one.word(), locale)).toList(),
                shown.channels().stream().sorted().map(Channel::code).toList(), shown.urgency().code(), usual.urgency() == Urgency.CRITICAL, isOwn);
    }
}
