package vn.dondoc.console.act;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

/**
 * Some of those whom a directive can be given to. From the province communes and departments are apart: whoever means all communes does not mean
 * the departments as well.
 *
 * @param code what is sent where all of it are meant
 * @param title the code of its heading
 */
public record Choices(String code, String title, List<Directives.Addressee> choices) {

    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    static List<Choices> of(List<Directives.Addressee> addressees) {
        var byPlace = addressees.stream().collect(Collectors.partitioningBy(one -> COMMUNES.contains(one.kind())));
        var communes = byPlace.getOrDefault(true, List.of());
        var others = byPlace.getOrDefault(false, List.of());
        return communes.isEmpty() || others.isEmpty()
                ? List.of(new Choices("true", "directive.to", addressees))
                : List.of(new Choices("communes", "directive.toCommunes", communes), new Choices("departments", "directive.toDepartments", others));
    }

    /** Those that were ticked, and all of the groups that were meant whole. */
    static List<UnitId> chosen(List<Choices> groups, FormFields form) {
        var whole = groups.stream().filter(group -> form.has("all", group.code())).flatMap(group -> group.choices().stream()).map(Directives.Addressee::id);
        return Stream.concat(whole, form.units("addressees").stream()).distinct().toList();
    }
}
