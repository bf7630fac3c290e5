package dev.clave.faults.check;

/** What a history is judged by. */
public enum Rule {
    /** A login leads to one grant at the most, told to its browser or to the audit. */
    ONE_GRANT,
    /** Nobody is let in with a PIN that was never sent. */
    PIN_WAS_SENT,
    /** A grant names the person who logged in. */
    RIGHT_PERSON,
    /** A login is told at most the allowed number of wrong PINs. */
    WRONG_PINS_ARE_COUNTED,
    /** Attempts that were told as used are not given back. */
    ATTEMPTS_STAY_USED,
    /** Nobody is let in by a call that began when the PIN was dead: at its age to the millisecond or later. */
    PIN_LIFE,
    /** Nobody is let in by a call that began when a later PIN of the login had been sent. */
    NEWEST_PIN,
    /** Once a login has been told to be over, everything asked later is told so too. */
    OVER_STAYS_OVER,
    /** A login ends in one way: granted, cancelled, or too many wrong PINs. */
    ONE_END,
    /** What is asked of a login once a later one of the same person was told to be open is not current. */
    REPLACED_IS_DEAD,
    /** What is asked of a login beyond its life is not current. */
    LOGIN_LIFE,
    /** A login that was told to be open is current until another may have taken its place. */
    LOGIN_IS_KEPT,
    /** A PIN that was sent is there, and is right until another may have taken its place. */
    PIN_IS_KEPT,
    /** A PIN that is told as sent was sent. */
    TOLD_AS_SENT,
    /** A write that threw is not made again. */
    NO_WRITE_AFTER_A_THROW,
    /** A person is told at most as many wrong PINs in any time as the budget allows. */
    WRONG_PIN_BUDGET,
    /** At most as many logins are opened for a person in any time as the budget allows. */
    LOGIN_BUDGET,
    /** At most as many PINs are sent for a login, and to a person, as are allowed. */
    SEND_BUDGET,
    /** Two sends to a person are as far apart as they must be. */
    SEND_PAUSE,
    /** Of the register: an entry is followed by one other at the most. */
    ONE_SUCCESSOR,
    /** Of the register: what was answered false was not done. */
    FALSE_WAS_NOT_DONE,
    /** Of the register: what was answered false had a reason: another entry was there. */
    FALSE_HAS_A_REASON,
    /** Of the register: what was answered true is in the chain that the last read ends. */
    TRUE_IS_KEPT,
    /** Of the register: what is read was written, and not later than it was read. */
    READ_WAS_WRITTEN,
    /** Of the register: what is read is not older than what was answered true, or read, before. */
    READ_IS_NOT_OLD,
    /** Of the register: versions are kept to the bit, and grow along the chain. */
    VERSIONS_GROW
}
