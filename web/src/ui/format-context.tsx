// The merchant's currency, country and zone and the user's locale, for everything that shows a figure or a date.
import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDecimal,
  formatLocale,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPrice,
  formatRelative,
  formatTime,
  type Money,
  type Price,
} from '../kernel/format.ts'
import { formatPhone, isPhoneName, onPhoneFormats, phoneFormatsLoaded } from '../kernel/phone.ts'
import { countryName } from '../kernel/regions.ts'

type Place = Readonly<{ currency: string; country: string; timeZone: string }>

const PlaceContext = createContext<Place>({ currency: 'USD', country: 'US', timeZone: 'UTC' })
export const FormatProvider = PlaceContext.Provider

/**
 * Formatters bound to the user's language and the merchant's place; an instant may be told where a store is. `money`
 * takes minor units of its currency.
 */
export function useFormat() {
  const place = use(PlaceContext)
  const { i18n } = useTranslation()
  const locale = formatLocale(i18n.language, navigator.languages)
  return useMemo(
    () => ({
      ...place,
      locale,
      number: (value: number) => formatNumber(locale, value),
      money: (money: Money) => formatMoney(locale, money),
      day: (day: string) => formatDay(locale, day),
      date: (instant: string) => formatDate(locale, instant, place.timeZone),
      dateTime: (instant: string, timeZone: string = place.timeZone) =>
        formatDateTime(locale, instant, timeZone),
      time: (instant: string, timeZone: string = place.timeZone) => formatTime(locale, instant, timeZone),
      decimal: (value: string) => formatDecimal(locale, value),
      percent: (value: string) => formatPercent(locale, value),
      price: (price: Price) => formatPrice(locale, price),
      relative: (instant: string) => formatRelative(locale, instant),
      countryName: (code: string) => countryName(locale, code),
    }),
    [place, locale],
  )
}

/** Loads the formats of telephone numbers on first use; until they are there numbers stand as stored. */
export function usePhoneFormat(): (number: string) => string {
  const { country } = use(PlaceContext)
  const loaded = useSyncExternalStore(onPhoneFormats, phoneFormatsLoaded)
  return useMemo(
    () => (number: string) => (loaded ? formatPhone(number, country) : number),
    [loaded, country],
  )
}

const never = () => () => undefined

/** A customer's name, or, of one without, the number they are called by. */
export function useName(name: string): string {
  const { country } = use(PlaceContext)
  const isPhone = isPhoneName(name)
  const loaded = useSyncExternalStore(isPhone ? onPhoneFormats : never, phoneFormatsLoaded)
  return isPhone && loaded ? formatPhone(name, country) : name
}
