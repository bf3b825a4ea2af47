package vn.dondoc.plan.person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "0912 345 678, +84912345678", "+84 912.345.678, +84912345678", "84912345678, +84912345678", "0084912345678, +84912345678", "912345678, +84912345678",
        "(024) 3825-1234, +842438251234", "+4915112345678, +4915112345678", " Ha.LT@Xa.gov.vn , ha.lt@xa.gov.vn"
    })
    void one_contact_has_one_spelling(String written, String read) {
        assertThat(Contact.read(written)).map(Contact::value).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "0112345678", "+84123", "09123456789", "không có", "@xa.gov.vn", "ha@", "ha@xa", "h a@xa.vn", "ha@xa..vn", "ha@xa.vn\nbcc: b@c.d"})
    void what_is_none_is_none(String written) {
        assertThat(Contact.read(written)).isEmpty();
    }

    @Test
    void printed_it_is_masked() {
        assertThat(new Contact.Phone("+84912345678")).hasToString("09•••••678");
        assertThat(new Contact.Mail("ha.lt@xa.gov.vn")).hasToString("h•••@xa.gov.vn");
        assertThat(new Personal("Lương Thị Hà")).hasToString("•••");
    }
}
