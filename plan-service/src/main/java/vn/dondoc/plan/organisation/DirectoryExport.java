package vn.dondoc.plan.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sheet.WorkbookWriter;

/** The part of the directory that a caller keeps, as an import takes it: imported again, it changes nothing. */
@Component
class DirectoryExport {

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Aggregates<Body> bodies;
    private final Aggregates<YearCalendar> calendars;
    private final NamedHolders holders;

    DirectoryExport(
            Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<Body> bodies, Aggregates<YearCalendar> calendars, NamedHolders holders) {
        this.units = units;
        this.positions = positions;
        this.bodies = bodies;
        this.calendars = calendars;
        this.holders = holders;
    }

    Organisation.Directory all(Caller caller) {
        return new Organisation.Directory(
                units.list(ofUnits(caller)).stream().map(one -> one.state().state()).toList(),
                positions.list(ofPositions(caller)).stream().map(one -> one.state().state()).toList(),
                calendars.list(byId(Criteria.where("province").in(provinces(caller)))).stream().map(one -> one.state().state()).toList(),
                bodies.list(ofBodies(caller)).stream().map(one -> one.state().state()).toList());
    }

    /** @param people with the names and contacts of those who hold positions, which is recorded as a reading */
    void workbook(Caller caller, boolean people, OutputStream out) throws IOException {
        var ofPositions = ofPositions(caller);
        var named = people ? handedOut(ofPositions, caller) : Map.<PersonId, NamedHolders.Contacts>of();
        try (var book = new WorkbookWriter()) {
            sheet(book, WorkbookForm.UNITS, line -> units.each(ofUnits(caller), unit -> line.of(row(unit.state()))));
            sheet(book, WorkbookForm.POSITIONS, line -> positions.each(ofPositions, position -> line.of(row(position.state(), named))));
            sheet(book, WorkbookForm.BODIES, line -> bodies.each(ofBodies(caller), body -> line.of(row(body.state()))));
            sheet(book, WorkbookForm.MEMBERS, line -> bodies.each(ofBodies(caller), body -> members(body, line)));
            book.to(out);
        }
    }

    /** The same sheets without a row, but for the guide. */
    static void form(OutputStream out) throws IOException {
        try (var book = new WorkbookWriter()) {
            for (var form : WorkbookForm.values()) {
                sheet(book, form, _ -> { });
            }
            book.to(out);
        }
    }

    private static void sheet(WorkbookWriter book, WorkbookForm form, WorkbookWriter.Rows rows) {
        book.sheet(form.sheet(), form.headings(), form.widths(), rows);
    }

    private static List<String> row(Unit unit) {
        var parent = unit.parent();
        return List.of(
                unit.id().value(), unit.name(), DirectoryWords.KINDS.of(unit.kind()), parent == null ? "" : parent.value(), yes(unit.standing(), ""),
                yes(unit.active(), "không"), aliases(unit.aliases()));
    }

    private Map<PersonId, NamedHolders.Contacts> handedOut(Query ofPositions, Caller caller) {
        var held = new LinkedHashSet<PersonId>();
        positions.each(ofPositions, position -> Optional.ofNullable(position.state().holder()).ifPresent(held::add));
        return holders.handOut(held, caller.actingFor(List.of(), caller.held().getFirst().unit().id()));
    }

    private static List<String> row(Position position, Map<PersonId, NamedHolders.Contacts> named) {
        var holder = position.holder();
        var person = holder == null ? NamedHolders.Contacts.NONE : named.getOrDefault(holder, NamedHolders.Contacts.NONE);
        var scope = position.scope();
        return List.of(
                position.id().value(), position.unit().value(), position.title(), DirectoryWords.ROLES.of(position.role()), holder == null ? "" : holder.value(),
                said(person.name()), said(person.phone()), said(person.email()),
                said(position.mailbox()), said(scope == null ? null : scope.reads()),
                said(scope == null ? null : scope.writes()));
    }

    private static List<String> row(Body body) {
        return List.of(
                body.id().value(), body.name(), DirectoryWords.BODIES.of(body.kind()), said(body.commune()), said(body.unit()), said(body.urging()),
                yes(body.active(), "không"));
    }

    private static void members(Versioned<Body> body, WorkbookWriter.Line line) {
        body.state().members().forEach(one ->
                line.of(List.of(body.id(), one.position().value(), DirectoryWords.PARTS.of(one.part()), said(one.field()))));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String yes(boolean holds, String otherwise) {
        return holds ? "có" : otherwise;
    }

    /** One a line; a line break behind the only one says that a semicolon in it parts nothing. */
    private static String aliases(List<String> aliases) {
        var single = aliases.size() == 1 && aliases.getFirst().contains(";");
        return String.join("\n", aliases) + (single ? "\n" : "");
    }

    private static Query ofUnits(Caller caller) {
        return byId(new Criteria().orOperator(
                Criteria.where("province").in(provinces(caller)), Criteria.where("commune").in(communes(caller))));
    }

    /** Positions name no province; those of one are known by their units. */
    private Query ofPositions(Caller caller) {
        var within = units.list(ofUnits(caller)).stream().map(one -> one.id()).toList();
        return byId(Criteria.where("unit").in(within));
    }

    private static Query ofBodies(Caller caller) {
        return ofUnits(caller);
    }

    private static Query byId(Criteria criteria) {
        return new Query(criteria).with(Sort.by("_id"));
    }

    private static List<String> provinces(Caller caller) {
        return caller.held().stream().filter(one -> one.position().role() == Role.PROVINCE_ADMINISTRATOR)
                .map(one -> one.unit().province().value()).distinct().toList();
    }

    private static List<String> communes(Caller caller) {
        return caller.held().stream().filter(one -> one.position().role() == Role.COMMUNE_ADMINISTRATOR)
                .map(one -> one.unit().commune()).filter(Objects::nonNull).map(UnitId::value).distinct().toList();
    }
}
