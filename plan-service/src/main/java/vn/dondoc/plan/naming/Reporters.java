package vn.dondoc.plan.naming;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.UnitId;

/** Who owes a report to whom, proposed from the words of the document. */
public final class Reporters {

    private static final Pattern PARTS = Pattern.compile("[,;]|\\s+và\\s+");
    private static final Pattern THROUGH = Pattern.compile("\\(?\\s*(?:thông qua|qua)\\s+([^()]+)\\)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> STANDING = NameWords.split("thường trực");

    private final UnitNames names;

    public Reporters(UnitNames names) {
        this.names = names;
    }

    /** To whom: the unit named, the one it goes through ("UBND xã (qua Phòng …)"), the standing unit where it or nobody is named. */
    public Optional<UnitId> owedTo(@Nullable String recipient) {
        if (recipient == null || recipient.isBlank()) {
            return names.standing();
        }
        var through = THROUGH.matcher(recipient);
        if (through.find()) {
            var unit = names.resolve(through.group(1)).unit();
            if (unit != null) {
                return Optional.of(unit);
            }
        }
        var unit = names.resolve(recipient).unit();
        if (unit != null) {
            return Optional.of(unit);
        }
        return Collections.indexOfSubList(NameWords.split(recipient), STANDING) >= 0 ? names.standing() : Optional.empty();
    }

    /** By whom: each unit named, and all that a collective may mean; never the recipient. */
    public List<UnitId> owedBy(@Nullable String reporter, @Nullable UnitId owedTo) {
        var owing = new LinkedHashSet<UnitId>();
        if (reporter != null && !reporter.isBlank()) {
            collect(reporter, owing);
        }
        owing.removeAll(owedTo == null ? Set.of() : Set.of(owedTo));
        return List.copyOf(owing);
    }

    private void collect(String reporter, Set<UnitId> owing) {
        var whole = names.resolveAll(reporter);
        if (whole.stream().allMatch(named -> named.unit() != null)) {
            whole.forEach(named -> owing.add(Objects.requireNonNull(named.unit())));
        } else if (Collections.indexOfSubList(NameWords.split(reporter), STANDING) >= 0) {
            names.standing().ifPresent(owing::add);
        } else {
            if (names.isCollective(reporter)) {
                owing.addAll(names.meant(reporter));
            }
            for (var part : PARTS.split(reporter)) {
                var unit = part.isBlank() ? null : names.resolve(part).unit();
                if (unit != null) {
                    owing.add(unit);
                }
            }
        }
    }
}
