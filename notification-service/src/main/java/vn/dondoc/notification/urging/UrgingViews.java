package vn.dondoc.notification.urging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.api.Urgings.Stage;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.obligation.PlanTitles;
import vn.dondoc.notification.obligation.Standing;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.signing.Signatories;

/** Letters as callers see them: the side that wrote one sees all of it, others what is of their branch. */
@Component
class UrgingViews {

    private final Directory directory;
    private final Obligations obligations;
    private final PlanTitles plans;
    private final Signatories signatories;
    private final UrgingActs acts;

    UrgingViews(Directory directory, Obligations obligations, PlanTitles plans, Signatories signatories, UrgingActs acts) {
        this.directory = directory;
        this.obligations = obligations;
        this.plans = plans;
        this.signatories = signatories;
        this.acts = acts;
    }

    Urgings.Summary summary(Urging urging, Caller caller) {
        var issued = urging.issued();
        var shown = shown(urging, caller);
        return new Urgings.Summary(
                urging.id(), urging.stage(), urging.issuer(), directory.nameOf(urging.issuer()), issued == null ? null : issued.number(),
                urging.letter().subject(), shown.stream().map(one -> named(one.unit())).toList(), items(urging, shown).size(), urging.asOf(),
                issued == null ? null : issued.on(), urging.sentOn(), urging.letter().answerBy(), urging.overdue(),
                (int) shown.stream().filter(Addressee::hasAnswered).count());
    }

    Urgings.Urging one(Versioned<Urging> found, Caller caller) {
        var urging = found.state();
        var letter = urging.letter();
        var own = Side.of(caller, urging.issuer()).isPresent();
        var shown = shown(urging, caller);
        var items = items(urging, shown);
        var known = obligations.find(items.stream().map(item -> item.kind().word() + ":" + item.ref()).toList());
        var issued = urging.issued();
        return new Urgings.Urging(
                summary(urging, caller), found.version(), letter.body(), letter.signing(),
                own && urging.stage() == Stage.DRAFT ? signatories.of(urging.province(), urging.commune()) : List.of(),
                items.stream().map(item -> row(item, urging.asOf(), Optional.ofNullable(known.get(item.kind().word() + ":" + item.ref())))).toList(),
                shown.stream().map(one -> addressee(one, urging, caller)).toList(),
                issued == null ? null : new Urgings.SignedFile(issued.name(), issued.mediaType(), issued.size(), issued.sha256()), own);
    }

    /**
     * A row of the list that letters are drafted from.
     *
     * @param wide of several communes: units are told with theirs
     */
    Urgings.Row row(Obligation late, LocalDate today, boolean wide) {
        var row = row(Item.of(late), today, Optional.empty());
        return !wide ? row : new Urgings.Row(
                row.kind(), row.ref(), row.title(), row.responsible().stream().map(this::withCommune).toList(), row.lastDay(), row.firstDay(), row.daysLate(),
                row.plan(), row.fulfilled());
    }

    private Urgings.Named withCommune(Urgings.Named unit) {
        return directory.unit(unit.id()).map(UnitState::commune).filter(commune -> !commune.equals(unit.id()))
                .map(commune -> new Urgings.Named(unit.id(), unit.name() + ", " + directory.nameOf(commune))).orElse(unit);
    }

    /** Whether the caller sees that it went there. */
    boolean isShown(Urging urging, UnitId addressee, Caller caller) {
        return shown(urging, caller).stream().anyMatch(one -> one.unit().equals(addressee));
    }

    private Urgings.Row row(Item item, LocalDate on, Optional<Known> now) {
        return new Urgings.Row(
                item.kind().word(), item.ref(), item.title(), item.responsible().stream().map(this::named).toList(), item.lastDay(), item.firstDay(),
                item.daysLate(on), plans.of(item.plan()).orElse(null), now.filter(known -> known.obligation().standing() != Standing.OPEN).isPresent());
    }

    private Urgings.Addressee addressee(Addressee one, Urging urging, Caller caller) {
        return new Urgings.Addressee(
                one.unit(), directory.nameOf(one.unit()), directory.unit(one.unit()).map(UnitState::kind).orElse(UnitKind.OTHER), one.asked(),
                one.answeredOn(), one.answer(),
                urging.stage() == Stage.SENT && !one.hasAnswered() && acts.mayAnswer(urging, one.unit(), caller));
    }

    /** All to those who see the issuer's letters; else those of the branch. */
    private List<Addressee> shown(Urging urging, Caller caller) {
        var branch = caller.branch();
        if (branch.covers(urging.province(), urging.area(), List.of())) {
            return urging.addressees();
        }
        return urging.addressees().stream()
                .filter(one -> branch.units().contains(one.unit()) || directory.unit(one.unit()).map(UnitState::commune).filter(branch.communes()::contains).isPresent())
                .toList();
    }

    private List<Item> items(Urging urging, List<Addressee> shown) {
        if (shown.size() == urging.addressees().size()) {
            return urging.items();
        }
        var units = shown.stream().map(Addressee::unit).toList();
        return urging.items().stream().filter(item -> Addressing.of(item.responsible(), urging.commune(), directory).stream().anyMatch(units::contains)).toList();
    }

    private Urgings.Named named(UnitId unit) {
        return new Urgings.Named(unit, directory.nameOf(unit));
    }
}
