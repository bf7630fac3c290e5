// A stranger's module. It is open, so that JUnit gets at its tests; it has nothing but tests.
open module dev.clave.module.test {
    requires dev.clave;
    requires dev.clave.spi;
    requires dev.clave.testkit;
    requires java.compiler;
}
