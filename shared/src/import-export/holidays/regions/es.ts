import { es } from "../countries/es";
import { easter, fixed, listed } from "../define";
import { type CountryRegions, on, regionsFrom } from "../region";

/**
 * Each community's own days, and for 2026 the movable ones that it chose: Resolución de la Dirección General de Trabajo,
 * BOE of 28 October 2025. Without the two local days of each municipality.
 */
export const esRegions: CountryRegions = {
  country: es,
  regions: regionsFrom(`
    an Andalucía
    ar Aragón
    as Principado de Asturias
    cb Cantabria
    ce Ceuta
    cl Castilla y León
    cm Castilla-La Mancha
    cn Canarias, Atlantic/Canary
    ct Cataluña
    ex Extremadura
    ga Galicia
    ib Illes Balears
    mc Región de Murcia
    md Comunidad de Madrid
    ml Melilla
    nc Comunidad Foral de Navarra
    pv País Vasco
    ri La Rioja
    vc Comunitat Valenciana`),
  added: [
    on("an", fixed("andalucia", "Día de Andalucía", "02-28")),
    on("ib", fixed("balears", "Día de les Illes Balears", "03-01")),
    on("mc vc", fixed("st-joseph", "San José", "03-19")),
    on("ga nc pv", listed("st-joseph-2026", "San José", ["2026-03-19"])),
    on("an ar as cb ce cl cm cn ex ga ib mc md ml nc pv ri", easter("maundy-thursday", "Jueves Santo", -3)),
    on("ct ib nc pv ri vc", easter("easter-monday", "Lunes de Pascua", 1)),
    on("ar", fixed("aragon", "Día de Aragón", "04-23")),
    on("cl", fixed("castilla-leon", "Fiesta de Castilla y León", "04-23")),
    on("md", fixed("madrid", "Fiesta de la Comunidad de Madrid", "05-02")),
    on("ga", fixed("galician-letters", "Día das Letras Galegas", "05-17")),
    on("cn", fixed("canarias", "Día de Canarias", "05-30")),
    on("cm", fixed("castilla-la-mancha", "Día de Castilla-La Mancha", "05-31")),
    on("cm", listed("corpus-christi-2026", "Corpus Christi", ["2026-06-04"])),
    on("ri", fixed("la-rioja", "Día de La Rioja", "06-09")),
    on("mc", fixed("murcia", "Día de la Región de Murcia", "06-09")),
    on("ct vc", fixed("st-john", "San Juan", "06-24")),
    on("ga", fixed("st-james", "Santiago Apóstol, Día Nacional de Galicia", "07-25")),
    on("pv", listed("st-james-2026", "Santiago Apóstol", ["2026-07-25"])),
    on("cb", fixed("cantabria-institutions", "Día de las Instituciones de Cantabria", "07-28")),
    on("ce", fixed("our-lady-of-africa", "Nuestra Señora de África", "08-05")),
    on("ce", fixed("ceuta", "Día de Ceuta", "09-02")),
    on("as", fixed("asturias", "Día de Asturias", "09-08")),
    on("ex", fixed("extremadura", "Día de Extremadura", "09-08")),
    on("ct", fixed("diada", "Diada Nacional de Catalunya", "09-11")),
    on("cb", fixed("bien-aparecida", "La Bien Aparecida", "09-15")),
    on("vc", fixed("valencia", "Dia de la Comunitat Valenciana", "10-09")),
    on(
      "an ar as cl cm cn ex md nc",
      listed("all-saints-monday-2026", "Lunes siguiente a Todos los Santos", ["2026-11-02"]),
    ),
    on("nc", fixed("st-francis-xavier", "San Francisco Javier", "12-03")),
    on(
      "an ar as cb cl ex mc md ml ri",
      listed("constitution-monday-2026", "Lunes siguiente al Día de la Constitución", ["2026-12-07"]),
    ),
    on("ct", fixed("st-stephen", "San Esteban", "12-26")),
  ],
};
