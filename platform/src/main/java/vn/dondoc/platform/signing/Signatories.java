package vn.dondoc.platform.signing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.api.Urgings.Authority;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Folded;

/**
 * Who is competent to sign, by the positions that are held now: leaders on behalf of the body or for its head, heads of units by order or
 * mandate (decree 30/2020, art. 13). The leaders of a province are not in the directory: their forms are offered as they are.
 */
public final class Signatories {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String COMMITTEE = "ỦY BAN NHÂN DÂN";
    private static final String HEAD = "CHỦ TỊCH";
    private static final String DEPUTY = "PHÓ CHỦ TỊCH";

    private final Directory directory;
    private final DomainClock clock;

    public Signatories(Directory directory, DomainClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All of them, the first one as it is usual: the head, or a deputy while the head is away. */
    public List<Urgings.Signing> of(UnitId province, @Nullable UnitId commune) {
        var held = (commune == null ? offices(province) : directory.unitsOf(commune).stream()).flatMap(unit -> directory.positionsIn(unit.id()).stream())
                .filter(position -> position.holder() != null)
                .sorted(Comparator.comparing((PositionState position) -> isAway(position)).thenComparing(position -> isDeputy(position.title())))
                .toList();
        var leaders = commune == null
                ? Stream.of(new Urgings.Signing(Authority.TM, COMMITTEE, HEAD), new Urgings.Signing(Authority.KT, HEAD, DEPUTY))
                : held.stream().filter(position -> position.role() == Role.COMMUNE_LEADER).map(Signatories::leader);
        var heads = held.stream().filter(Signatories::leadsAnOffice).map(position -> titled(position.title())).distinct()
                .flatMap(title -> Stream.of(new Urgings.Signing(Authority.TL, HEAD, title), new Urgings.Signing(Authority.TUQ, HEAD, title)));
        return Stream.concat(leaders, heads).distinct().toList();
    }

    /** The lines above the signature. */
    public static List<String> lines(Urgings.Signing signing) {
        return List.of(signing.authority().name() + ". " + signing.principal(), signing.title());
    }

    private Stream<UnitState> offices(UnitId province) {
        return directory.below(province).stream().filter(unit -> unit.commune() == null);
    }

    private static Urgings.Signing leader(PositionState position) {
        return isDeputy(position.title())
                ? new Urgings.Signing(Authority.KT, HEAD, titled(position.title()))
                : new Urgings.Signing(Authority.TM, COMMITTEE, titled(position.title()));
    }

    private static boolean leadsAnOffice(PositionState position) {
        return switch (position.role()) {
            case UNIT_HEAD, COMMUNE_STANDING, PROVINCE_STANDING -> true;
            default -> false;
        };
    }

    private boolean isAway(PositionState position) {
        var absence = position.absence();
        return absence != null && absence.covers(clock.today());
    }

    private static boolean isDeputy(String title) {
        return Folded.fold(title).startsWith("pho ");
    }

    /** "Phó Chủ tịch UBND xã" signs as "PHÓ CHỦ TỊCH". */
    private static String titled(String title) {
        return title.replaceFirst("(?iu)\\s+(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\\b.*$", "").strip().toUpperCase(VIETNAMESE);
    }
}
