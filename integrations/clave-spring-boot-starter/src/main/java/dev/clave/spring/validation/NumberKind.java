package dev.clave.spring.validation;

import dev.clave.Checked;
import dev.clave.Validators;
import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.Nie;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which numbers a box takes, and what is said where core's sentences would ask for either kind. */
enum NumberKind {
    /** A DNI or a NIE. */
    ANY(IdentityNumber.class) {
        @Override
        String sentence(Language language) {
            throw new IllegalStateException("core has all the sentences for a box that takes both");
        }
    },
    /** A DNI. */
    DNI(Dni.class, Problem.EMPTY, Problem.WRONG_LENGTH, Problem.MALFORMED, Problem.SUPPORT_NUMBER) {
        @Override
        String sentence(Language language) {
            return switch (language) {
                case ES -> "Escriba un DNI: ocho cifras y una letra.";
                case CA -> "Escrigui un DNI: vuit xifres i una lletra.";
                case CA_VALENCIA -> "Escriga un DNI: huit xifres i una lletra.";
                case GL -> "Escriba un DNI: oito cifras e unha letra.";
                case EU -> "Idatzi NAN bat: zortzi zifra eta letra bat.";
                case EN -> "Type a DNI: eight digits and a letter.";
            };
        }
    },
    /** A NIE. */
    NIE(Nie.class, Problem.EMPTY, Problem.WRONG_LENGTH, Problem.MALFORMED, Problem.IDESP) {
        @Override
        String sentence(Language language) {
            return switch (language) {
                case ES -> "Escriba un NIE: una letra X, Y o Z, siete cifras y otra letra.";
                case CA -> "Escrigui un NIE: una lletra X, Y o Z, set xifres i una altra lletra.";
                case CA_VALENCIA -> "Escriga un NIE: una lletra X, Y o Z, set xifres i una altra lletra.";
                case GL -> "Escriba un NIE: unha letra X, Y ou Z, sete cifras e outra letra.";
                case EU -> "Idatzi AIZ bat: X, Y edo Z letra, zazpi zifra eta beste letra bat.";
                case EN -> "Type a NIE: a letter X, Y or Z, seven digits and another letter.";
            };
        }
    };

    private final Class<? extends IdentityNumber> type;

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final Set<Problem> own;

    NumberKind(Class<? extends IdentityNumber> type, Problem... own) {
        this.type = type;
        this.own = EnumSet.noneOf(Problem.class);
        this.own.addAll(Set.of(own));
    }

    /** What this kind looks like. */
    abstract String sentence(Language language);

    /** What is wrong with a text and what to do about it; empty when it is a number of this kind. */
    Optional<String> complaint(CharSequence typed, Language language) {
        Checked<IdentityNumber> checked = Validators.identityNumber(typed, language);
        if (checked instanceof Checked.Invalid<IdentityNumber> invalid) {
            return Optional.of(own.contains(invalid.problem()) ? sentence(language) : invalid.sentence());
        }
        boolean fits = checked.accepted().filter(type::isInstance).isPresent();
        return fits ? Optional.empty() : Optional.of(sentence(language));
    }
}
