package vn.dondoc.plan.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class UnitNamesTest {

    private static final UnitId COMMUNE = new UnitId("xa");
    private final List<UnitState> units = new ArrayList<>();
    private final UnitState commune = unit("xa", "Xã Suối Mây", UnitKind.COMMUNE, false);
    private final UnitNames names = new UnitNames(commune, units());

    private List<UnitState> units() {
        add("vp", "Văn phòng HĐND và UBND", UnitKind.OFFICE);
        units.add(unit("vhxh", "Phòng Văn hóa - Xã hội", UnitKind.OFFICE, true));
        add("kt", "Phòng Kinh tế", UnitKind.OFFICE);
        add("hcc", "Trung tâm Phục vụ hành chính công", UnitKind.OFFICE);
        add("ca", "Công an xã", UnitKind.POLICE);
        add("qs", "Ban Chỉ huy Quân sự xã", UnitKind.MILITARY);
        add("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind.FRONT);
        add("doan", "Đoàn TNCS Hồ Chí Minh xã", UnitKind.FRONT);
        add("yt", "Trạm Y tế xã", UnitKind.HEALTH);
        add("thcs1", "Trường THCS Suối Mây", UnitKind.SCHOOL);
        add("t1", "Thôn 1", UnitKind.VILLAGE);
        add("t2", "Thôn 2", UnitKind.VILLAGE);
        add("tb", "Thôn Bình", UnitKind.VILLAGE);
        add("tbs", "Thôn Bính", UnitKind.VILLAGE);
        return units;
    }

    private void add(String id, String name, UnitKind kind) {
        units.add(unit(id, name, kind, false));
    }

    private static UnitState unit(String id, String name, UnitKind kind, boolean standing) {
        return new UnitState(new UnitId(id), name, List.of(), kind, id.equals("xa") ? new UnitId("tinh") : COMMUNE, COMMUNE, new UnitId("tinh"),
                standing, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "phòng văn hóa – xã hội | vhxh | SAME",
        "Phòng Văn hoá - Xã hội | vhxh | TONE",
        "Văn phòng HĐND & UBND | vp | CONNECTIVE",
        "Phòng Văn hóa và Xã hội | vhxh | CONNECTIVE",
        "Phòng Kinh tế xã | kt | COMMUNE_LEFT_OUT",
        "Phòng VH-XH | vhxh | ABBREVIATION",
        "VP HĐND-UBND | vp | ABBREVIATION",
        "Phòng Kinh té | kt | SPELLING",
        "Các thôn | t1 | COLLECTIVE",
    })
    void a_name_says_why_it_may_be_a_unit(String name, String unit, Why why) {
        assertThat(names.explained(name)).contains(new UnitNames.Candidate(new UnitId(unit), why));
    }

    @Test
    void an_office_that_the_directory_does_not_have_is_not_the_commune() {
        var without = new UnitNames(commune, units.stream().filter(one -> !one.id().value().equals("vp")).toList());
        assertThat(List.of("Văn phòng HĐND&UBND", "VPHĐND&UBND", "Văn phòng HĐND và UBND xã")).allSatisfy(
                name -> assertThat(without.explained(name)).extracting(UnitNames.Candidate::unit).doesNotContain(COMMUNE));
        assertThat(without.resolve("UBND xã Suối Mây").unit()).isEqualTo(COMMUNE);
    }

    @Test
    void what_people_said_of_a_name_comes_first_and_only_of_units_that_are_there() {
        var said = java.util.Map.of(
                UnitNames.keyOf("Đội xung kích số"), List.of(new UnitId("ca"), new UnitId("qs")),
                UnitNames.keyOf("Phòng Kinh tế"), List.of(new UnitId("vp")),
                UnitNames.keyOf("Tổ cũ"), List.of(new UnitId("gone")));
        var taught = new UnitNames(commune, units, said);
        assertThat(taught.resolveAll("ĐỘI XUNG KÍCH SỐ")).extracting(named -> java.util.Objects.requireNonNull(named.unit()).value()).containsExactly("ca", "qs");
        assertThat(taught.resolve("Phòng Kinh tế").unit()).isEqualTo(new UnitId("vp"));
        assertThat(taught.explained("Phòng Kinh tế")).containsExactly(new UnitNames.Candidate(new UnitId("vp"), Why.REMEMBERED));
        assertThat(taught.resolve("Tổ cũ").unit()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Thôn Đoài,VILLAGE", "Tổ dân phố số 3,VILLAGE", "Trường Mầm non Hoa Mai,SCHOOL", "Hội Nông dân xã,FRONT", "Văn phòng Đảng ủy,PARTY",
        "Phòng Tư pháp,OFFICE", "Tổ công tác 06,COMMITTEE", "Hợp tác xã Bình Minh,OTHER"})
    void a_name_says_what_kind_of_unit_it_would_be(String name, UnitKind kind) {
        assertThat(names.kindOf(name)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Phòng Văn hoá - Xã hội | vhxh",
        "Phòng Văn hóa – Xã hội xã | vhxh",
        "PHÒNG VĂN HOÁ VÀ XÃ HỘI XÃ SUỐI MÂY | vhxh",
        "Phòng Văn hóa, Xã hội (cơ quan thường trực) | vhxh",
        "Phòng VH-XH | vhxh",
        "VH-XH | vhxh",
        "PVHXH | vhxh",
        "Văn hóa - Xã hội | vhxh",
        "Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân xã | vp",
        "VP HĐND-UBND | vp",
        "VPHĐND&UBND | vp",
        "Văn phòng HĐND và UBND xã Suối Mây | vp",
        "TTPVHCC | hcc",
        "TT PVHCC xã | hcc",
        "Trung tâm PVHCC | hcc",
        "CA xã | ca",
        "Công an xã Suối Mây | ca",
        "Công an | ca",
        "Ban CHQS xã | qs",
        "BCHQS | qs",
        "UBMTTQ | mttq",
        "UBMTTQ Việt Nam xã | mttq",
        "Đề nghị Ủy ban MTTQ Việt Nam xã | mttq",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh | doan",
        "TYT | yt",
        "Trường Trung học cơ sở Suối Mây | thcs1",
        "thôn 01 | t1",
        "Thôn Bình | tb",
        "Thôn Bính | tbs",
        "UBND xã | xa",
        "Uỷ ban nhân dân xã Suối Mây | xa",
        "xã Suối Mây | xa",
    })
    void a_name_is_known_however_it_is_written(String name, String unit) {
        assertThat(names.resolve(name).unit()).as(name).isEqualTo(new UnitId(unit));
        assertThat(names.resolve(Normalizer.normalize(name, Normalizer.Form.NFD)).unit()).as("decomposed " + name).isEqualTo(new UnitId(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đội Văn nghệ tình nguyện", "Sở Khoa học và Công nghệ", "Công an tỉnh Hạ Vân", "…", "Bưu điện văn hóa"})
    void what_nobody_knows_stays_open(String name) {
        assertThat(names.resolve(name).unit()).isNull();
    }

    @Test
    void a_slip_of_the_pen_is_a_candidate_not_a_decision() {
        var named = names.resolve("Phòng Kinh té");
        assertThat(named.unit()).isNull();
        assertThat(named.candidates()).contains(new UnitId("kt"));
    }

    @Test
    void a_name_that_fits_two_units_is_asked_about() {
        var two = new UnitNames(commune, List.of(
                unit("a", "Trường Mầm non Hoa Sen", UnitKind.SCHOOL, false), unit("b", "Trường Mầm non Hoa Sim", UnitKind.SCHOOL, false)));
        var named = two.resolve("TMNHS");
        assertThat(named.unit()).isNull();
        assertThat(named.candidates()).containsExactlyInAnyOrder(new UnitId("a"), new UnitId("b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "các phòng, đơn vị liên quan | ca hcc kt qs vhxh vp",
        "Các thôn | t1 t2 tb tbs",
        "30 thôn | t1 t2 tb tbs",
        "Các trường học | thcs1",
        "Mặt trận Tổ quốc và các đoàn thể | doan mttq",
    })
    void a_collective_is_asked_about_with_all_it_may_mean(String name, String meant) {
        var named = names.resolve(name);
        assertThat(named.unit()).isNull();
        assertThat(named.candidates()).extracting(UnitId::value).containsExactlyInAnyOrder(meant.split(" "));
    }

    @Test
    void reports_are_owed_by_those_named_to_whom_is_named() {
        var reporters = new Reporters(names);
        assertThat(reporters.owedTo(null)).contains(new UnitId("vhxh"));
        assertThat(reporters.owedTo("Cơ quan thường trực Ban Chỉ đạo")).contains(new UnitId("vhxh"));
        assertThat(reporters.owedTo("UBND xã (qua Phòng Kinh tế)")).contains(new UnitId("kt"));
        assertThat(reporters.owedTo("UBND tỉnh Hạ Vân")).isEmpty();
        assertThat(reporters.owedBy("Công an xã, Trạm Y tế và Phòng Văn hóa - Xã hội", new UnitId("vhxh")))
                .extracting(UnitId::value).containsExactly("ca", "yt");
        assertThat(reporters.owedBy("Các phòng, đơn vị và các thôn", new UnitId("vhxh"))).extracting(UnitId::value)
                .containsExactlyInAnyOrder("ca", "hcc", "kt", "qs", "vp", "t1", "t2", "tb", "tbs");
        assertThat(reporters.owedBy(null, new UnitId("vhxh"))).isEmpty();
    }
}
