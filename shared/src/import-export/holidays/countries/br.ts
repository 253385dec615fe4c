import { type Country, easter, fixed } from "../define";

/** Leis 662/1949, 6.802/1980 e 14.759/2023; a Sexta-feira Santa pela Lei 9.093/1995. */
export const br: Country = {
  code: "br",
  name: "Brazil",
  timeZone: "America/Sao_Paulo",
  openHours: { name: "Horário de atendimento", from: "08:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Confraternização Universal", "01-01"),
    easter("good-friday", "Sexta-feira Santa", -2),
    fixed("tiradentes", "Tiradentes", "04-21"),
    fixed("labour-day", "Dia do Trabalho", "05-01"),
    fixed("independence", "Independência do Brasil", "09-07"),
    fixed("our-lady-of-aparecida", "Nossa Senhora Aparecida", "10-12"),
    fixed("all-souls", "Finados", "11-02"),
    fixed("republic", "Proclamação da República", "11-15"),
    fixed("black-awareness", "Dia Nacional de Zumbi e da Consciência Negra", "11-20"),
    fixed("christmas-day", "Natal", "12-25"),
  ],
};
