package vn.dondoc.notification.urging;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.signing.Signatories;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Drafts letters, and takes them through signature, register, sending and answers. */
@Component
class UrgingActs {

    private static final int MOST_ROWS = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_ANSWER = 5_000;
    private static final int LONGEST_NUMBER = 60;
    private static final int LATEST_ANSWER = 60;

    private final Aggregates<Urging> urgings;
    private final Obligations obligations;
    private final Signatories signatories;
    private final Wording wording;
    private final SignedLetters files;
    private final Directory directory;

    UrgingActs(
            Aggregates<Urging> urgings, Obligations obligations, Signatories signatories, Wording wording, SignedLetters files, Directory directory) {
        this.urgings = urgings;
        this.obligations = obligations;
        this.signatories = signatories;
        this.wording = wording;
        this.files = files;
        this.directory = directory;
    }

    Versioned<Urging> draft(Urgings.Wanted wanted, Call call) {
        var today = dayOf(call);
        var id = new UrgingId(call.newId("urging"));
        var before = urgings.find(id.value());
        if (before.isPresent()) {
            var side = Side.of(call.caller(), before.get().state().issuer()).orElseThrow(ProblemException::forbidden);
            return urgings.create(id.value(), act(call, wanted, side), () -> before.get().state().drafted()).orProblem();
        }
        var items = items(wanted.rows(), call.caller(), today);
        var side = sideOf(items, call.caller());
        var units = items.stream().flatMap(item -> Addressing.of(item.responsible(), side.commune(), directory).stream()).distinct().toList();
        var communes = units.stream().flatMap(unit -> directory.unit(unit).map(UnitState::commune).stream()).distinct().toList();
        var addressees = units.stream().map(unit -> new Addressee(unit, wording.isAsked(unit), null, null)).toList();
        var area = side.commune() != null ? side.commune() : communes.size() == 1 ? communes.getFirst() : side.province();
        var usual = today.plusDays(Objects.requireNonNull(directory.settings(area, side.province()).explainWithin()));
        var answerBy = wanted.answerBy() == null ? usual : answerBy(wanted.answerBy(), today);
        var signing = signatories.of(side.province(), side.commune()).stream().findFirst().orElseThrow(() -> ProblemException.of(409, "URGING_NOBODY_SIGNS"));
        var letter = new Letter(wording.subject(), wording.body(side.area(), side.desk(), addressees, items, today, answerBy), answerBy, signing);
        var draft = Urging.draft(id, side, communes, today, letter, items, addressees);
        return urgings.create(id.value(), act(call, wanted, side), draft::drafted).orProblem();
    }

    Versioned<Urging> change(String id, Urgings.Change wanted, Call call) {
        return acted(id, List.of("change", wanted), call, now -> now.change(changed(now, wanted, dayOf(call))));
    }

    Versioned<Urging> discard(String id, Call call) {
        return acted(id, "discard", call, Urging::discard);
    }

    Versioned<Urging> issue(String id, String number, LocalDate on, ReceivedFile file, Call call) throws IOException {
        var register = line(number, LONGEST_NUMBER, "URGING_NUMBER");
        if (on.isAfter(dayOf(call))) {
            throw ProblemException.of(422, "URGING_ISSUED_LATER");
        }
        var body = List.of("issue", register, on, file.sha256());
        own(id, call.caller());
        return files.keeping(file, stored -> acted(id, body, call, now ->
                now.issue(new Issued(register, on, stored, file.name(), file.kind().mediaType(), file.size(), file.sha256()))));
    }

    Versioned<Urging> send(String id, Call call) {
        return acted(id, "send", call, now -> now.send(call.at()));
    }

    /** In the name of the caller's own unit; the desk enters what came on paper. */
    Versioned<Urging> answer(String id, Urgings.Reply reply, Call call) {
        var caller = call.caller();
        var found = urgings.find(id, UrgingQuery.visibleTo(caller)).orElseThrow(ProblemException::notFound).state();
        var unit = reply.unit() == null
                ? found.addressees().stream().map(Addressee::unit).filter(one -> mayAnswer(found, one, caller)).findFirst().orElseThrow(ProblemException::forbidden)
                : reply.unit();
        if (!mayAnswer(found, unit, caller)) {
            throw ProblemException.forbidden();
        }
        var text = text(reply.text(), LONGEST_ANSWER, "URGING_ANSWER_TEXT");
        call.expectedVersion();
        var act = call.act(List.of("answer", reply), List.of(unit), found.area());
        return urgings.change(id, act, call.expected(), new Criteria[] {UrgingQuery.visibleTo(caller)}, now -> now.answer(unit, text, call.at())).orProblem();
    }

    /** Who works in the unit, the leaders and the standing unit of its commune, and the side that wrote. */
    boolean mayAnswer(Urging urging, UnitId unit, Caller caller) {
        var commune = directory.unit(unit).map(UnitState::commune).orElse(null);
        return urging.units().contains(unit) && (caller.worksIn(List.of(unit)) || Side.of(caller, urging.issuer()).isPresent()
                || commune != null && caller.isIn(commune, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING));
    }

    private Versioned<Urging> acted(String id, Object body, Call call, Function<Urging, Decision<Urging>> decide) {
        var side = own(id, call.caller());
        call.expectedVersion();
        return urgings.change(id, act(call, body, side), call.expected(), new Criteria[] {UrgingQuery.visibleTo(call.caller())}, decide).orProblem();
    }

    /** 404 outside of the branch; 403 for those who see it and did not write it. */
    private Side own(String id, Caller caller) {
        var found = urgings.find(id, UrgingQuery.visibleTo(caller)).orElseThrow(ProblemException::notFound).state();
        return Side.of(caller, found.issuer()).orElseThrow(ProblemException::forbidden);
    }

    /** The rows within the branch that are late; with one that is not, whoever chose it looks at an old list. */
    private List<Item> items(List<Urgings.RowRef> rows, Caller caller, LocalDate today) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw ProblemException.of(422, "URGING_ROWS", MOST_ROWS);
        }
        var keys = rows.stream().map(row -> row.kind() + ":" + row.ref()).distinct().toList();
        var query = new Query(new Criteria().andOperator(
                Obligations.within(caller.branch()), Obligations.late(today), Criteria.where("_id").in(keys))).limit(MOST_ROWS);
        var found = obligations.list(query);
        if (found.size() != keys.size()) {
            throw ProblemException.of(422, "URGING_ROW_NOT_LATE");
        }
        return found.stream().map(Item::of).sorted(Comparator.comparing(Item::lastDay).thenComparing(Item::ref)).toList();
    }

    /** The side from which all of those are urged: the commune that they lie in, else the province. */
    private Side sideOf(List<Item> items, Caller caller) {
        var sides = Side.of(caller);
        return sides.stream().filter(side -> side.commune() == null || items.stream().allMatch(item -> isIn(side.commune(), item)))
                .findFirst().orElseThrow(() -> sides.isEmpty() ? ProblemException.forbidden() : ProblemException.of(422, "URGING_ROW_NOT_LATE"));
    }

    private boolean isIn(UnitId commune, Item item) {
        return item.responsible().stream().map(directory::heirOf)
                .allMatch(unit -> directory.unit(unit).filter(known -> commune.equals(known.commune())).isPresent());
    }

    private Letter changed(Urging now, Urgings.Change wanted, LocalDate today) {
        var letter = now.letter();
        var subject = wanted.subject() == null ? letter.subject() : line(wanted.subject(), LONGEST_SUBJECT, "URGING_SUBJECT");
        var day = wanted.answerBy() == null || wanted.answerBy().equals(letter.answerBy()) ? letter.answerBy() : answerBy(wanted.answerBy(), today);
        var body = wanted.body() == null ? letter.body() : text(wanted.body(), LONGEST_BODY, "URGING_BODY");
        if (!day.equals(letter.answerBy()) && body.equals(generated(now, letter.answerBy()))) {
            body = generated(now, day);
        }
        var signing = wanted.signing();
        if (signing != null && !signing.equals(letter.signing()) && !signatories.of(now.province(), now.commune()).contains(signing)) {
            throw ProblemException.of(422, "URGING_SIGNATORY");
        }
        return new Letter(subject, body, day, signing == null ? letter.signing() : signing);
    }

    private String generated(Urging urging, LocalDate answerBy) {
        return wording.body(urging.issuer(), urging.desk(), urging.addressees(), urging.items(), urging.asOf(), answerBy);
    }

    private static LocalDate answerBy(LocalDate wanted, LocalDate today) {
        if (wanted.isBefore(today) || wanted.isAfter(today.plusDays(LATEST_ANSWER))) {
            throw ProblemException.of(422, "URGING_ANSWER_DAY", LATEST_ANSWER);
        }
        return wanted;
    }

    private static String line(@Nullable String text, int longest, String code) {
        return text(text, longest, code).replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    private static String text(@Nullable String text, int longest, String code) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw ProblemException.of(422, code, longest);
        }
        return text.replace("\r\n", "\n").strip();
    }

    private static Act act(Call call, Object body, Side side) {
        return call.act(body, List.of(side.desk()), side.area());
    }

    private static LocalDate dayOf(Call call) {
        return LocalDate.ofInstant(call.at(), DomainClock.ZONE);
    }
}
