package vn.dondoc.console.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Cached;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/** Who the user is and which units there are, as plan-service tells this user. */
@Component
public class Directory {

    private static final ParameterizedTypeReference<Page<Organisation.Body>> BODIES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Organisation.UnitView>> UNITS = new ParameterizedTypeReference<>() {};
    /** A post that is given or taken shows within ten seconds everywhere; services take up to some five to hear of it. */
    private static final Duration OWN = Duration.ofSeconds(4);
    private static final Duration LIFE = Duration.ofSeconds(20);
    private static final int MOST_PAGES = 5;

    private final Backend backend;
    private final Cached<PersonId, Who> people;
    private final Cached<Wanted, List<Organisation.UnitView>> units;
    private final Cached<PersonId, List<String>> programmes;

    private record Wanted(PersonId asker, @Nullable String commune, @Nullable String kind) {}

    Directory(Backend backend) {
        this.backend = backend;
        this.people = new Cached<>(OWN, person -> ask());
        this.programmes = new Cached<>(LIFE, person -> namedProgrammes());
        this.units = new Cached<>(LIFE, wanted -> all(wanted.commune(), wanted.kind()));
    }

    public Who who() {
        try {
            return CurrentUser.find().map(user -> people.get(user.person())).orElse(Who.unknown());
        } catch (Refused away) {
            return Who.unknown();
        }
    }

    /** Units of a commune, or of the user's branch where none is given. */
    public List<Organisation.UnitView> units(@Nullable UnitId commune) {
        return find(commune == null ? null : commune.value(), null);
    }

    /** Communes, wards and special zones the user may see. */
    public List<Organisation.UnitView> communes() {
        var communes = new ArrayList<Organisation.UnitView>();
        for (var kind : List.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE)) {
            communes.addAll(find(null, kind.code()));
        }
        communes.sort(Comparator.comparing(Organisation.UnitView::name, VietnameseOrder.NAMES));
        return communes;
    }

    /** The programmes of the user's commune and of the province, by name; none of them while plan-service cannot say. */
    public List<String> programmes() {
        try {
            return CurrentUser.find().map(user -> programmes.get(user.person())).orElse(List.of());
        } catch (Refused away) {
            return List.of();
        }
    }

    private List<String> namedProgrammes() {
        return backend.get(Service.PLAN, "/api/organisation/bodies", Query.none().with("limit", 200), BODIES).items().stream()
                .filter(body -> body.active() && body.kind() == BodyKind.PROGRAMME).map(Organisation.Body::name).distinct().sorted(VietnameseOrder.NAMES).toList();
    }

    /** Departments of the province, as far as the user may see them. */
    public List<Organisation.UnitView> departments() {
        return find(null, UnitKind.DEPARTMENT.code());
    }

    private List<Organisation.UnitView> find(@Nullable String commune, @Nullable String kind) {
        try {
            return CurrentUser.find().map(user -> units.get(new Wanted(user.person(), commune, kind))).orElse(List.of());
        } catch (Refused away) {
            return List.of();
        }
    }

    private Who ask() {
        try {
            return new Who(true, backend.get(Service.PLAN, "/api/organisation/me", Organisation.Me.class).positions());
        } catch (Refused refused) {
            if (refused.is("PERSON_UNKNOWN")) {
                return new Who(true, List.of());
            }
            throw refused;
        }
    }

    private List<Organisation.UnitView> all(@Nullable String commune, @Nullable String kind) {
        var found = new ArrayList<Organisation.UnitView>();
        String after = null;
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = backend.get(
                    Service.PLAN, "/api/organisation/units", Query.none().with("commune", commune).with("kind", kind).with("limit", 200).with("after", after), UNITS);
            found.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return List.copyOf(found);
    }
}
