package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.signing.Signatories;

/** Consolidations as a caller sees them. */
@Component("consolidationViews")
final class Views {

    private final Aggregates<Consolidation> consolidations;
    private final Reading reading;
    private final Taking taking;
    private final Signatories signatories;
    private final Directory directory;

    Views(Aggregates<Consolidation> consolidations, Reading reading, Taking taking, Signatories signatories, Directory directory) {
        this.consolidations = consolidations.withHistories();
        this.reading = reading;
        this.taking = taking;
        this.signatories = signatories;
        this.directory = directory;
    }

    Consolidations.Summary summary(Consolidation state) {
        var issued = state.issued();
        var signed = state.signed();
        return new Consolidations.Summary(
                state.id(), state.stage(), state.commune(), directory.nameOf(state.commune()), state.place().rule(), state.place().period(),
                state.place().title(), state.asked().size(), Math.toIntExact(state.received()), state.corrections().size(),
                signed == null ? null : signed.on(), issued == null ? null : issued.number(), issued == null ? null : issued.on(), state.presentedOn());
    }

    Consolidations.Consolidation one(Versioned<Consolidation> found, Caller caller) {
        var state = found.state();
        var whole = reading.of(state);
        var forms = state.signed() == null || state.waiting() != null ? forms(state) : List.<Urgings.Signing>of();
        var issued = state.issued();
        return new Consolidations.Consolidation(
                summary(state), found.version(), rows(state), whole.figures(), whole.sections(), whole.corrections(),
                state.signed() == null ? forms.stream().findFirst().orElse(null) : state.signed().form(), forms,
                issued == null ? null : new Consolidations.SignedFile(issued.name(), issued.mediaType(), issued.size(), issued.sha256()),
                fulfilled(state), upward(state), consolidations.history(found).stream().map(this::entry).toList(), Rights.actions(caller, state));
    }

    List<Urgings.Signing> forms(Consolidation state) {
        return signatories.of(state.province(), state.place().isProvince() ? null : state.commune());
    }

    List<Consolidations.Upward> upward(Consolidation state) {
        return state.stage() == Stage.ISSUED ? List.of() : taking.upward(state.place()).stream()
                .map(report -> new Consolidations.Upward(
                        report.id(), report.title(), report.period(), directory.nameOf(report.owedTo()), report.lastDay())).toList();
    }

    /** With what is there and not taken yet. */
    private List<Consolidations.Row> rows(Consolidation state) {
        var held = Rows.overlaid(state.asked(), state.corrections());
        var there = new HashMap<String, @Nullable Long>();
        var now = taking.there(state.place());
        now.forEach(row -> there.put(row.report().value(), row.version()));
        var rows = new ArrayList<Consolidations.Row>();
        held.forEach(row -> rows.add(row(row, there.get(row.report().value()), state.stage() == Stage.OPEN)));
        now.stream().filter(row -> held.stream().noneMatch(one -> one.report().equals(row.report())))
                .forEach(row -> rows.add(new Consolidations.Row(row.report(), row.unit(), row.name(), null, false, row.version())));
        rows.sort(Rows.order(Consolidations.Row::unitName, Consolidations.Row::report));
        return rows;
    }

    /** What was taken back leaves an open one with the next intake; what is signed keeps it until another answer comes. */
    private static Consolidations.Row row(Asked row, @Nullable Long there, boolean open) {
        var now = there == null && open && row.version() != null ? Long.valueOf(0) : there;
        return new Consolidations.Row(
                row.report(), row.unit(), row.name(), row.version(), row.nothing(), now == null || Objects.equals(now, row.version()) ? null : now);
    }

    private Consolidations.@Nullable Fulfilled fulfilled(Consolidation state) {
        var upward = state.upward();
        if (upward == null) {
            return null;
        }
        var report = taking.report(upward.report());
        return new Consolidations.Fulfilled(
                upward.report(), report.map(one -> one.title() + ", " + one.period()).orElse(""),
                report.map(one -> directory.nameOf(one.owedTo())).orElse(""), upward.toldOn(), upward.refusal());
    }

    private Reports.Entry entry(Aggregates.Told told) {
        var held = Optional.ofNullable(told.entry().actor().position()).flatMap(directory::position);
        return new Reports.Entry(
                told.entry().type(), told.entry().at(), held.map(position -> position.title()).orElse(null),
                held.map(position -> directory.nameOf(position.unit())).orElse(null), told.text());
    }
}
