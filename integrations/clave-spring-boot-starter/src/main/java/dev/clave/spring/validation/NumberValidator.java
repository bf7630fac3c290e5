package dev.clave.spring.validation;

import dev.clave.spi.Language;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the constraints share: null is valid, and a problem is told by its sentence unless the constraint has a message of its own. */
abstract class NumberValidator<A extends Annotation> implements ConstraintValidator<A, CharSequence> {
    private final NumberKind kind;
    private boolean withSentences;

    NumberValidator(NumberKind kind) {
        this.kind = kind;
    }

    final void saySentences(boolean theirs) {
        withSentences = theirs;
    }

    @Override
    public final boolean isValid(@Nullable CharSequence typed, ConstraintValidatorContext context) {
        if (typed == null) {
            return true;
        }
        Optional<String> complaint = kind.complaint(typed, language());
        if (withSentences) {
            complaint.ifPresent(sentence -> say(context, sentence));
        }
        return complaint.isEmpty();
    }

    /** The sentence goes for a template, and has nothing in it that would be one: no brace, no dollar sign, no backslash. */
    private static void say(ConstraintValidatorContext context, String sentence) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
    }

    /** The locale by which Spring has messages interpolated. */
    private static Language language() {
        return Language.ofTag(LocaleContextHolder.getLocale().toLanguageTag()).orElse(Language.ES);
    }
}
