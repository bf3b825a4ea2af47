package vn.dondoc.platform.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.UnitId;

/**
 * A process to be begun.
 *
 * @param id derived from the call or the event it comes of, so that beginning it twice begins one
 * @param kind the name of a {@link ProcessKind}
 * @param parameters what its parts have in common
 * @param parts in the order in which they are to be tried; each at most once
 * @param words what a person wrote, for all parts; erasable
 */
public record Wanted(
        String id, String kind, UnitId province, @Nullable UnitId commune, Map<String, String> parameters, List<String> parts,
        @Nullable String words) {

    public Wanted {
        parameters = Map.copyOf(parameters);
        parts = parts.stream().distinct().toList();
    }
}
