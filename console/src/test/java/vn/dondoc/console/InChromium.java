package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Chromium for the tests of a class, one after the other. */
abstract class InChromium {

    private static Playwright playwright;
    static Browser browser;

    @BeforeAll
    static void launch() {
        playwright = Browsing.playwright();
        browser = Browsing.launched(playwright);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
