package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody at a browser: finds things by their role and their name alone, which are given by the keys of the office's texts. */
final class Visitor implements AutoCloseable {
    private final Look look;
    private final BrowserContext context;
    private final Watch watch;
    private final Words words;
    private final Page page;

    Visitor(Look look, BrowserContext context, Watch watch, Words words) {
        this.look = look;
        this.context = context;
        this.watch = watch;
        this.words = words;
        this.page = context.newPage();
    }

    Look look() {
        return look;
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    Watch watch() {
        return watch;
    }

    Words words() {
        return words;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** Types into the field that has this label. */
    Visitor types(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Visitor presses(String button) {
        button(button).click();
        return this;
    }

    Visitor follows(String link) {
        link(link).click();
        return this;
    }

    /** Waits for the page with this heading. */
    Visitor isAt(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(words.of(heading));
        return this;
    }

    /** Waits for what assistive technology says at once, given as a sentence. */
    Visitor isTold(String sentence) {
        Locator said = page.getByRole(AriaRole.ALERT).or(page.getByRole(AriaRole.STATUS));
        assertThat(said.filter(new Locator.FilterOptions().setHasText(sentence)).first())
                .hasText(sentence);
        return this;
    }

    /** Waits until a text of the office can be seen. */
    Visitor reads(String text, Object... values) {
        assertThat(page.getByText(words.of(text, values)).first()).isVisible();
        return this;
    }

    Visitor isAtPart(String heading) {
        assertThat(named(AriaRole.HEADING, words.of(heading))).isVisible();
        return this;
    }

    Locator field(String label) {
        return named(AriaRole.TEXTBOX, words.of(label));
    }

    /** A box to tick, or one of several to choose from. */
    Locator choice(String label) {
        return named(AriaRole.CHECKBOX, words.of(label)).or(named(AriaRole.RADIO, words.of(label)));
    }

    Locator button(String name) {
        return named(AriaRole.BUTTON, words.of(name));
    }

    Locator link(String name) {
        return named(AriaRole.LINK, words.of(name));
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** As somebody who is in a hurry: all but the colours. */
    Visitor glances(String state) {
        String name = look + "-" + state;
        new Inspection(page, look).glance().forEach(fault -> watch.complain(name + ": " + fault));
        return this;
    }

    /** Looks closely at the page as it stands, and keeps pictures of it. What is wrong is told when the test ends. */
    Visitor inspects(String state) {
        String name = look + "-" + state;
        new Inspection(page, look).faults(name).forEach(fault -> watch.complain(name + ": " + fault));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
