package vn.dondoc.console.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** The calls of plan-service on the directory. */
@Component
class OrganisationCalls {

    private static final String ROOT = "/api/organisation";
    private static final String POSITION = ROOT + "/positions/{id}";
    private static final String BODY = ROOT + "/bodies/{id}";
    private static final int MOST = 200;
    private static final ParameterizedTypeReference<Page<Organisation.UnitView>> UNITS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Organisation.PlaceName>> PLACES = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    OrganisationCalls(Backend backend) {
        this.backend = backend;
    }

    Organisation.UnitDetail unit(UnitId id) {
        return backend.get(Service.PLAN, ROOT + "/units/{id}", Organisation.UnitDetail.class, id.value());
    }

    Page<Organisation.UnitView> search(String words, @Nullable String after) {
        return backend.get(Service.PLAN, ROOT + "/units", Query.none().with("q", words).with("after", after), UNITS);
    }

    /** Units of a commune, or of the caller's branch. */
    List<Organisation.UnitView> units(@Nullable UnitId commune) {
        return backend.get(Service.PLAN, ROOT + "/units", Query.none().with("commune", commune == null ? null : commune.value()).with("limit", MOST), UNITS).items();
    }

    /** Positions of a commune, or of the offices of a province. */
    List<Organisation.PlaceName> places(UnitId area) {
        return backend.get(Service.PLAN, ROOT + "/positions", Query.none().with("area", area.value()).with("limit", MOST), PLACES).items();
    }

    Organisation.Change change(UnitId unit, Organisation.ChangeWanted wanted, @Nullable String key) {
        return backend.post(Service.PLAN, ROOT + "/units/{id}/changes", wanted, key, Organisation.Change.class, unit.value());
    }

    Organisation.Change withdraw(String change, long version) {
        return backend.act(Service.PLAN, ROOT + "/changes/{id}/withdrawal", List.of(), null, version, Organisation.Change.class, change);
    }

    Organisation.Imported add(List<UnitState> units) {
        return backend.post(Service.PLAN, ROOT + "/import", new Organisation.Directory(units, List.of(), List.of()), null, Organisation.Imported.class);
    }

    Organisation.CommuneMade make(Organisation.CommuneWanted wanted) {
        return backend.post(Service.PLAN, ROOT + "/communes", wanted, null, Organisation.CommuneMade.class);
    }

    Organisation.Villages villages(UnitId commune, Organisation.VillagesWanted wanted) {
        return backend.post(Service.PLAN, ROOT + "/units/{id}/villages", wanted, null, Organisation.Villages.class, commune.value());
    }

    Organisation.Place place(PositionId id) {
        return backend.get(Service.PLAN, POSITION, Organisation.Place.class, id.value());
    }

    Organisation.Place set(PositionId id, Organisation.PlaceWanted wanted, long version) {
        return backend.put(Service.PLAN, POSITION, wanted, version, Organisation.Place.class, id.value());
    }

    Organisation.Place away(PositionId id, @Nullable Absence absence, long version) {
        return backend.put(Service.PLAN, POSITION + "/absence", new Organisation.AbsenceWanted(absence), version, Organisation.Place.class, id.value());
    }

    Organisation.Body body(BodyId id) {
        return backend.get(Service.PLAN, BODY, Organisation.Body.class, id.value());
    }

    Organisation.Body set(BodyId id, Organisation.BodyWanted wanted, long version) {
        return backend.put(Service.PLAN, BODY, wanted, version, Organisation.Body.class, id.value());
    }

    Organisation.ImportPreview look(Resource file, @Nullable String key) {
        return backend.upload(Service.PLAN, ROOT + "/import/workbooks", file, key, Organisation.ImportPreview.class);
    }

    Organisation.Imported confirm(String workbook) {
        return backend.post(Service.PLAN, ROOT + "/import/workbooks/{id}/confirmation", null, null, Organisation.Imported.class, workbook);
    }
}
