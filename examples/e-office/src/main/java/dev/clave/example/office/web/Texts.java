package dev.clave.example.office.web;

import dev.clave.spi.Language;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the pages, each language in a file of its own; Valencian has what differs from Catalan. */
@Configuration(proxyBeanMethods = false)
class Texts {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("texts/office", "texts/phone");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setDefaultLocale(Languages.locale(Language.ES));
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
