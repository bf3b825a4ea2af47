package vn.dondoc.plan.organisation;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation.Village;
import vn.dondoc.contracts.api.Organisation.VillageState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class VillageLinesTest {

    @Test
    void lines_are_read_as_people_paste_them() {
        var lines = read(UnitKind.COMMUNE, """
                1. Thôn Bến Trên
                2) thôn  Bến Dưới,

                - Bản Nà Khoang
                TDP 5
                Bãi Dâu
                Thôn
                Tổ dân phố số 3
                4	Ấp Chợ
                """);
        assertThat(lines).extracting(Village::line, Village::name, Village::word, Village::state).containsExactly(
                tuple(1, "Thôn Bến Trên", "thôn", VillageState.NEW),
                tuple(2, "Thôn Bến Dưới", "thôn", VillageState.NEW),
                tuple(4, "Bản Nà Khoang", "bản", VillageState.NEW),
                tuple(5, "Tổ dân phố 5", "tổ dân phố", VillageState.NEW),
                tuple(6, "Thôn Bãi Dâu", "thôn", VillageState.NEW),
                tuple(7, "Thôn", "thôn", VillageState.UNREADABLE),
                tuple(8, "Tổ dân phố số 3", "tổ dân phố", VillageState.NEW),
                tuple(9, "Ấp Chợ", "ấp", VillageState.NEW));
    }

    @Test
    void what_comes_twice_or_is_there_is_told() {
        var lines = read(UnitKind.COMMUNE, "Thôn Hoà Bình\nthôn Hòa Bình\nThôn Có Sẵn");
        assertThat(lines).extracting(Village::state).containsExactly(VillageState.NEW, VillageState.TWICE, VillageState.THERE);
        assertThat(lines.get(1).before()).isEqualTo(1);
    }

    @Test
    void in_a_ward_a_bare_name_is_a_to_dan_pho() {
        assertThat(read(UnitKind.WARD, "7")).extracting(Village::name).containsExactly("Tổ dân phố 7");
    }

    @Test
    void only_new_ones_are_made_each_with_its_head() {
        var commune = commune(UnitKind.COMMUNE);
        var body = VillageLines.directory(commune, read(UnitKind.COMMUNE, "Thôn Một\nThôn Có Sẵn\nTDP 2"));
        assertThat(body.unitEntries()).extracting(one -> one == null ? null : one.name()).containsExactly("Thôn Một", "Tổ dân phố 2");
        assertThat(body.positionEntries()).extracting(one -> one == null ? null : one.title()).containsExactly("Trưởng thôn Một", "Tổ trưởng tổ dân phố 2");
    }

    private static List<Village> read(UnitKind kind, String text) {
        var commune = commune(kind);
        var there = new UnitState(new UnitId("t"), "Thôn Có Sẵn", List.of(), UnitKind.VILLAGE, commune.id(), commune.id(), commune.province(), false, true);
        return new VillageLines(commune, List.of(commune, there)).read(text);
    }

    private static UnitState commune(UnitKind kind) {
        return new UnitState(new UnitId("xa"), "Xã Thử", List.of(), kind, new UnitId("tinh"), new UnitId("xa"), new UnitId("tinh"), false, true);
    }
}
