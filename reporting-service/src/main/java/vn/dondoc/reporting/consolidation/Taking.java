package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.reporting.campaign.Campaigns;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** Looks up which reports are expected in a place, which answers are there, and what a version of an answer says. */
@Component
class Taking {

    /** A province has some hundreds of communes; a rule of a commune some tens of units. */
    private static final int MOST = 1000;

    private final Obligations obligations;
    private final Targets targets;
    private final Campaigns campaigns;
    private final Directory directory;

    Taking(Obligations obligations, Targets targets, Campaigns campaigns, Directory directory) {
        this.obligations = obligations;
        this.targets = targets;
        this.campaigns = campaigns;
        this.directory = directory;
    }

    /** What is there now. */
    Rows now(Place place) {
        var questions = campaigns.questions(place.rule());
        var kinds = new LinkedHashMap<String, Kind>();
        for (var at = 0; at < questions.size(); at++) {
            if (questions.get(at).isNumber()) {
                var kind = Kind.ofQuestion(at, questions.get(at).text());
                kinds.put(kind.key(), kind);
            }
        }
        var expected = expected(place);
        var owners = expected.stream().map(Versioned::state).filter(report -> !report.isAsked()).map(Taking::owner).distinct().toList();
        var owed = targets.owed(owners, place.period());
        var asked = new ArrayList<Asked>();
        for (var found : expected) {
            asked.add(row(found, kinds, owed));
        }
        return new Rows(asked, List.copyOf(kinds.values()));
    }

    /** Which answers are there now, without the figures that they tell or owe. */
    List<Asked> there(Place place) {
        return expected(place).stream().map(found -> row(found, new LinkedHashMap<>(), Map.of())).toList();
    }

    List<Reports.Question> questions(Place place) {
        return campaigns.questions(place.rule());
    }

    /** What those versions say; the rows may be of any time. */
    List<Taken> answers(List<Asked> rows) {
        var wanted = rows.stream().filter(row -> row.version() != null).map(row -> row.report().value()).distinct().toList();
        var histories = wanted.isEmpty() ? Map.<ReportId, List<Aggregates.Told>>of()
                : obligations.listWithHistories(new Query(Criteria.where("_id").in(wanted))).stream()
                        .collect(Collectors.toMap(found -> found.state().id(), obligations::history));
        return rows.stream().map(row -> {
            var version = row.version();
            var history = histories.get(row.report());
            return new Taken(row, version == null || history == null ? null : AnswerText.at(history, version).orElse(null));
        }).toList();
    }

    /** In the order of names, so that it does not matter what came first. */
    private List<Versioned<Obligation>> expected(Place place) {
        var of = place.owedTo() == null
                ? Criteria.where("rule").is(place.rule().value()).and("period").is(place.period())
                : Criteria.where("province").is(place.province().value()).and("owedTo").is(place.owedTo().value()).and("title").is(place.title())
                        .and("period").is(place.period());
        var within = place.isProvince() ? Criteria.where("province").is(place.province().value()) : Criteria.where("commune").is(place.commune().value());
        var query = new Query(new Criteria().andOperator(of, within, Criteria.where("status").ne(ReportStatus.EXEMPTED.name())));
        return obligations.listWithHistories(query.with(Sort.by("_id")).limit(MOST)).stream()
                .sorted(Rows.order(found -> name(found.state()), found -> found.state().id())).toList();
    }

    private static Targets.Owner owner(Obligation report) {
        return new Targets.Owner(report.plan(), report.unit());
    }

    private Asked row(Versioned<Obligation> found, Map<String, Kind> kinds, Map<Targets.Owner, List<Reports.FigureLine>> targetsOf) {
        var report = found.state();
        var history = obligations.history(found);
        var stands = report.submittedOn() != null;
        var answer = stands ? AnswerText.newest(history) : Optional.<Reports.Submission>empty();
        var told = answer.stream().flatMap(sent -> Stream.ofNullable(sent.figures()).flatMap(List::stream));
        var owed = report.isAsked() ? Stream.<Reports.FigureLine>of() : targetsOf.getOrDefault(owner(report), List.of()).stream();
        var keys = new ArrayList<String>();
        Stream.concat(told, owed).map(Kind::of).forEach(kind -> {
            kinds.putIfAbsent(kind.key(), kind);
            keys.add(kind.key());
        });
        if (report.isAsked()) {
            kinds.values().stream().filter(kind -> kind.target() == null).map(Kind::key).forEach(keys::add);
        }
        return new Asked(
                report.id(), goesToProvince(report) ? report.commune() : report.unit(), name(report),
                answer.flatMap(_ -> AnswerText.version(history)).orElse(null), answer.map(Reports.Submission::nothingToReport).orElse(false),
                keys.stream().distinct().toList());
    }

    /** What the province reads is the commune's, whoever wrote it. */
    private String name(Obligation report) {
        return directory.nameOf(goesToProvince(report) ? report.commune() : report.unit());
    }

    boolean goesToProvince(Obligation report) {
        return report.isAsked() || directory.unit(report.owedTo()).filter(unit -> unit.commune() == null).isPresent();
    }

    /** Any of the reports of that rule and period within those bounds: it says whose they are, and where they go. */
    Optional<Obligation> one(String rule, String period, Criteria within) {
        var of = Criteria.where("rule").is(rule).and("period").is(period).and("status").ne(ReportStatus.EXEMPTED.name());
        return obligations.list(new Query(new Criteria().andOperator(of, within)).with(Sort.by("_id")).limit(1)).stream().map(Versioned::state).findFirst();
    }

    /** The open reports that a commune owes to units of its province, the next day first. */
    List<Obligation> upward(Place place) {
        if (place.isProvince()) {
            return List.of();
        }
        var open = Stream.of(ReportStatus.OPEN, ReportStatus.DUE_SOON, ReportStatus.OVERDUE, ReportStatus.RETURNED).map(ReportStatus::name).toList();
        var query = new Query(Criteria.where("commune").is(place.commune().value()).and("status").in(open)).with(Sort.by("lastDay", "_id")).limit(MOST);
        return obligations.list(query).stream().map(Versioned::state).filter(report -> !report.isAsked() && goesToProvince(report)).toList();
    }

    Optional<Obligation> report(ReportId id) {
        return obligations.find(id.value(), new Criteria()).map(Versioned::state);
    }
}
