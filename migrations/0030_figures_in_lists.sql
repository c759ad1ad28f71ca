-- The customer list sorts and filters by figures, and shows what state a customer is in.

-- States are ranges of days: lost until today; at risk until today and not lost; new since a month and not at risk.
create index customer_stats__lost_idx on customer_stats (merchant_id, lost_on, at_risk_on, customer_id) where last_order_at is not null;
create index customer_stats__first_day_idx on customer_stats (merchant_id, first_day, at_risk_on, customer_id) where last_order_at is not null;

-- As before (0026), but an expression that is put into the statement that asks: called, it took most of a page's time. It
-- has no search path of its own, which would keep it from that; whatever it names is of this schema by name.
create function activity_text(f customer_stats, today date) returns text language sql stable parallel safe as $$
  select case
    when f.last_day is null then '{"state":"none","since":null,"reason":null,"text":null}'
    when f.lost_on > today and f.at_risk_on > today and f.first_day > today - 30 then
      '{"state":"new","since":"' || f.first_day || '","reason":{"code":"activity.firstOrder","params":{"days":' || (today - f.first_day)
        || '}},"text":"first order ' || public.days_ago(today - f.first_day) || '"}'
    else
      case when f.lost_on <= today then '{"state":"lost","since":"' || f.lost_on
           when f.at_risk_on <= today then '{"state":"atRisk","since":"' || f.at_risk_on
           else '{"state":"active","since":"' || (f.first_day + 30) end
      || '","reason":{"code":"activity.'
      || case when f.usual_gap is not null then 'rhythm' else 'lastOrder' end
      || '","params":{"days":' || (today - f.last_day) || ',"usual":' || coalesce(f.usual_gap::text, 'null') || '}},"text":"'
      || case when f.usual_gap is not null
              then 'usually every ' || trim_scale(f.usual_gap) || ' days, now ' || (today - f.last_day)
              else 'last order ' || public.days_ago(today - f.last_day) end
      || '"}'
  end
$$;
create or replace function activity_of(f customer_stats, today date) returns json language sql stable parallel safe as $$
  select public.activity_text(f, today)::json
$$;
alter function activity_of(customer_stats, date) reset all;
alter function days_ago(int) reset all;
revoke execute on function activity_text(customer_stats, date) from public;
grant execute on function activity_text(customer_stats, date) to clientele_app;
